package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Sentence;
import dev.hark.market.imports.Row;
import dev.hark.review.Review;
import dev.hark.wire.AlsoKnownJson;
import dev.hark.wire.FlaggedReviewJson;
import dev.hark.wire.ImportResultJson;
import dev.hark.wire.NewFlagJson;
import dev.hark.wire.ReviewAnswerJson;
import dev.hark.wire.ReviewJson;
import dev.hark.wire.SamePersonJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/**
 * What people of all roles do with reviews that are there. Throws what {@link
 * dev.hark.market.Marketplace} throws.
 */
public final class ReviewDesk implements AutoCloseable {
  private static final int MOST_PAGES = 20;
  private static final int MOST_REASON = 1_000;

  private final HubCalls calls;
  private final Decoder decoder;

  /** Opens no connection yet. */
  public ReviewDesk(String address, String token) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub asks for it. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  /**
   * A review as moderators see it.
   *
   * @param review with the words as they were written
   * @param hidden since when others do not see it
   * @param reasons why people want it hidden, the oldest first
   */
  public record Flagged(Review review, Optional<Instant> hidden, List<Reason> reasons) {}

  /** Why somebody wants a review hidden. */
  public record Reason(String words, boolean moderator) {}

  /** Says once and for all what the requester has to say to a review. */
  public Review answer(String reviewId, String words) {
    return review(
        calls.post(
            calls.address("reviews", reviewId, "answer").build(),
            new ReviewAnswerJson(words, null),
            null,
            true));
  }

  /** Says that a review helped, or takes that back. */
  public void helpful(String reviewId, boolean helps) {
    HttpUrl url = calls.address("reviews", reviewId, "helpful").build();
    if (helps) {
      calls.put(url, Map.of());
    } else {
      calls.delete(url);
    }
  }

  /** Asks that a review be hidden. */
  public void flag(String reviewId, String reason) {
    calls.post(
        calls.address("reviews", reviewId, "flag").build(), new NewFlagJson(reason), null, true);
  }

  /** Shows a review again, and settles the flags on it (moderator). */
  public void show(String reviewId) {
    calls.post(calls.address("reviews", reviewId, "show").build(), null, null, true);
  }

  /** Says that a worker's account is somebody's who has another one, too (moderator). */
  public void join(String workerId, String otherId) {
    calls.put(
        calls.address("accounts", workerId, "same-person").build(), new SamePersonJson(otherId));
  }

  /** Takes that back (moderator). */
  public void part(String workerId) {
    calls.delete(calls.address("accounts", workerId, "same-person").build());
  }

  /** Takes rows of a file, until it is finished. */
  public sealed interface Importing permits ImportBatches {
    /** Sends it now or later; a row that makes no sense is passed over. */
    void add(Row row);

    /** Sends what is left. */
    void finish();
  }

  /**
   * Sends reviews from elsewhere (moderator).
   *
   * @param source where they were written
   * @param dryRun whether it is only asked what would happen
   * @param listener hears what became of each batch
   */
  public Importing importing(String source, boolean dryRun, Consumer<ImportResultJson> listener) {
    HttpUrl url = calls.address("imported-reviews").build();
    return new ImportBatches(
        source,
        dryRun,
        (batch, key) ->
            decoder.one(
                calls.post(url, batch, key, true),
                ImportResultJson.class,
                json -> {
                  Nonsense.present(json.known(), "known");
                  Nonsense.present(json.unknown(), "unknown");
                  return json;
                }),
        listener);
  }

  /** Says that a requester was known elsewhere by an id (moderator). */
  public void link(String requesterId, String oldId) {
    calls.put(calls.address("requesters", requesterId, "also-known", oldId).build(), Map.of());
  }

  /** Takes that back (moderator). */
  public void unlink(String requesterId, String oldId) {
    calls.delete(calls.address("requesters", requesterId, "also-known", oldId).build());
  }

  /** By which ids a requester was known elsewhere. */
  public List<String> alsoKnown(String requesterId) {
    return decoder.one(
        calls.get(calls.address("requesters", requesterId, "also-known").build()),
        AlsoKnownJson.class,
        json ->
            Nonsense.present(json.ids(), "ids").stream()
                .map(id -> PlainText.line(id, 40))
                .toList());
  }

  /** All that a review ever said, the newest first (moderator). */
  public List<Review> history(String reviewId) {
    HttpUrl url = calls.address("reviews", reviewId, "history").build();
    return decoder
        .list(calls.get(url), ReviewJson.class, json -> ReviewReader.review("", json))
        .kept();
  }

  /** Reviews that somebody wants hidden, the last flagged first (moderator). */
  public List<Flagged> flagged() {
    List<Flagged> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address("reviews", "flagged");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<Flagged> items =
          decoder.list(calls.get(url.build()), FlaggedReviewJson.class, ReviewDesk::flagged);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private static Flagged flagged(FlaggedReviewJson json) throws Nonsense {
    return new Flagged(
        ReviewReader.review(
            Nonsense.id(json.requesterId(), "requester"),
            Nonsense.present(json.review(), "review")),
        Optional.ofNullable(json.hidden()),
        Nonsense.present(json.flags(), "flags").stream()
            .map(flag -> new Reason(PlainText.line(flag.reason(), MOST_REASON), flag.moderator()))
            .toList());
  }

  private Review review(JsonNode json) {
    return decoder.one(json, ReviewJson.class, read -> ReviewReader.review("", read));
  }

  @Override
  public void close() {
    calls.close();
  }
}
