package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.market.Earnings;
import dev.hark.market.FirstMoments;
import dev.hark.market.Marketplace;
import dev.hark.market.Offer;
import dev.hark.market.Ratings;
import dev.hark.market.Receipt;
import dev.hark.market.Rejection;
import dev.hark.market.Transfer;
import dev.hark.market.Worked;
import dev.hark.review.Review;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.SavedDraft;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.DraftJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.RejectionJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.ReviewJson;
import dev.hark.wire.TaskGroupJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** A Hark hub as a worker's marketplace. */
public final class HubMarketplace implements Marketplace {
  /** Longest time for one call. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_PAGES = 20;

  private final HubCalls calls;
  private final Decoder decoder;
  private final OfferPages pages = new OfferPages();
  private final Ratings ratings;
  private final MediaShelf shelf;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}; {@code Fault.Usage} where it is none
   * @param token the worker's
   */
  public HubMarketplace(String address, String token) {
    this(address, token, PATIENCE);
  }

  /**
   * The same, with ratings from elsewhere and sounds kept here.
   *
   * @param ratings closed with this
   * @param shelf closed with this
   */
  public HubMarketplace(String address, String token, Ratings ratings, MediaShelf shelf) {
    this(address, token, PATIENCE, ratings, shelf);
  }

  HubMarketplace(String address, String token, Duration patience) {
    this(address, token, patience, new FirstMoments(), MediaShelf.temporary());
  }

  private HubMarketplace(
      String address, String token, Duration patience, Ratings ratings, MediaShelf shelf) {
    this.ratings = ratings;
    this.shelf = shelf;
    this.calls = new HubCalls(address, token, patience);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub gets too many. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  @Override
  public About about() {
    return HubAccounts.about(calls, decoder);
  }

  @Override
  public OfferPage offers(Optional<String> cursor, int limit) {
    HttpUrl.Builder url =
        calls.address("task-groups").addQueryParameter("limit", Integer.toString(limit));
    cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
    try {
      return ratings.on(pages.read(calls.getBytes(url.build())));
    } catch (IOException e) {
      throw calls.nonsense(e);
    }
  }

  @Override
  public Offer offer(String groupId) {
    return ratings.on(asTold(groupId));
  }

  private Offer asTold(String groupId) {
    return decoder.one(
        calls.get(calls.address("task-groups", groupId).build()),
        TaskGroupJson.class,
        OfferReader::offer);
  }

  /** {@inheritDoc} What the hub does not say of the requester does not keep the rest back. */
  @Override
  public Offer inFull(String groupId) {
    Offer offer = asTold(groupId);
    try {
      HttpUrl url = calls.address("requesters", offer.group().requester().id()).build();
      return ratings.on(
          Ratings.with(
              offer, decoder.one(calls.get(url), RequesterJson.class, OfferReader::standing)));
    } catch (Fault.HubDown | Fault.Refused e) {
      return ratings.on(offer);
    }
  }

  @Override
  public Ratings ratings() {
    return ratings;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A task that cannot be read is given back at once, and {@code Fault.BadFile} says so.
   */
  @Override
  public Assignment accept(String groupId, String key) {
    JsonNode json =
        calls.post(calls.address("task-groups", groupId, "assignments").build(), null, key, true);
    try {
      return decoder.one(json, AssignmentJson.class, TaskReader::assignment);
    } catch (Fault.HubDown e) {
      String id = json.path("id").asText("");
      if (id.isEmpty()) {
        throw e;
      }
      giveBack(id);
      throw new Fault.BadFile(Sentence.of("market.task-unreadable"), e);
    }
  }

  @Override
  public List<Assignment> held() {
    HttpUrl url = calls.address("assignments").addQueryParameter("state", "held").build();
    return decoder
        .list(calls.get(url), AssignmentJson.class, TaskReader::assignment)
        .kept()
        .stream()
        .sorted(
            Comparator.comparing((Assignment held) -> held.redo().isEmpty())
                .thenComparing(Assignment::deadline))
        .toList();
  }

  @Override
  public Assignment assignment(String assignmentId) {
    return decoder.one(
        calls.get(calls.address("assignments", assignmentId).build()),
        AssignmentJson.class,
        TaskReader::assignment);
  }

  @Override
  public Receipt submit(String assignmentId, Answer answer, String key) {
    HttpUrl url = calls.address("assignments", assignmentId, "answer").build();
    return decoder.one(
        calls.post(url, AnswerJson.of(answer), key, true), ReceiptJson.class, TaskReader::receipt);
  }

  @Override
  public void keepDraft(String assignmentId, SavedDraft draft) {
    calls.put(
        calls.address("assignments", assignmentId, "draft").build(),
        DraftJson.of(draft.version(), draft.content()));
  }

  @Override
  public List<KeptDraft> keptDrafts() {
    return decoder
        .list(calls.get(calls.address("drafts").build()), DraftJson.class, TaskReader::kept)
        .kept();
  }

  @Override
  public void giveBack(String assignmentId) {
    try {
      calls.post(calls.address("assignments", assignmentId, "return").build(), null, null, true);
    } catch (Fault.Refused e) {
      if (e.refusal() != Refusal.RETURNED) {
        throw e;
      }
    }
  }

  @Override
  public List<Rejection> rejections() {
    return RejectionReader.all(calls, decoder, "rejections");
  }

  @Override
  public Rejection object(String assignmentId, String words) {
    HttpUrl url = calls.address("assignments", assignmentId, "objection").build();
    return decoder.one(
        calls.post(url, new ObjectionJson(words), null, true),
        RejectionJson.class,
        RejectionReader::rejection);
  }

  @Override
  public Path media(String mediumId, Transfer transfer) {
    return new MediaFetch(calls, shelf, mediumId, transfer).file();
  }

  @Override
  public void forgetMedia(String mediumId) {
    shelf.forget(mediumId);
  }

  @Override
  public List<Review> reviews(String requesterId) {
    List<Review> reviews = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address("requesters", requesterId, "reviews");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<Review> items =
          decoder.list(
              calls.get(url.build()),
              ReviewJson.class,
              json -> ReviewReader.review(requesterId, json));
      reviews.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(reviews);
  }

  @Override
  public void review(Review review) {
    calls.put(
        calls.address("task-groups", review.groupId(), "review").build(),
        ReviewReader.json(review));
  }

  @Override
  public List<Worked> worked() {
    return new WorkedReader(calls, decoder).all();
  }

  @Override
  public Earnings earnings(ZoneId zone) {
    HttpUrl url = calls.address("earnings").addQueryParameter("zone", zone.getId()).build();
    return decoder.one(calls.get(url), EarningsJson.class, TaskReader::earnings);
  }

  @Override
  public void close() {
    ratings.close();
    calls.close();
    shelf.close();
  }
}
