package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.Offer;
import dev.hark.market.Receipt;
import dev.hark.market.Rejection;
import dev.hark.market.Transfer;
import dev.hark.review.Review;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A marketplace that takes answers like a hub, and can be down or say no. */
final class FakeMarket implements Marketplace {
  private final Map<String, String> keyByAssignment = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<String> tries = new ArrayList<>();
  private @Nullable Fault fault;
  private boolean losesReplies;

  synchronized void fails(@Nullable Fault next) {
    this.fault = next;
  }

  synchronized void goesDown() {
    fails(new Fault.HubDown(Sentence.of("market.no-answer", Sentence.of("market.hub")), null));
  }

  /** Takes an answer, and is gone before it can say so. */
  synchronized void losesReplies(boolean loses) {
    this.losesReplies = loses;
  }

  synchronized Map<String, Answer> answers() {
    return Map.copyOf(answers);
  }

  synchronized List<String> tries() {
    return List.copyOf(tries);
  }

  @Override
  public synchronized Receipt submit(String assignmentId, Answer answer, String key) {
    tries.add(assignmentId);
    if (fault != null) {
      throw fault;
    }
    String known = keyByAssignment.putIfAbsent(assignmentId, key);
    if (known != null && !known.equals(key)) {
      throw new IllegalStateException("two keys for " + assignmentId);
    }
    answers.put(assignmentId, answer);
    if (losesReplies) {
      throw new Fault.HubDown(Sentence.of("market.no-answer", Sentence.of("market.hub")), null);
    }
    return new Receipt(
        assignmentId,
        Assignment.State.SUBMITTED,
        Instant.EPOCH,
        Money.of(18, "EUR"),
        Optional.empty());
  }

  @Override
  public About about() {
    throw new UnsupportedOperationException();
  }

  @Override
  public OfferPage offers(Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Offer offer(String groupId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Assignment accept(String groupId, String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Assignment> held() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Assignment assignment(String assignmentId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void giveBack(String assignmentId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Rejection> rejections() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rejection object(String assignmentId, String words) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path media(String mediumId, Transfer transfer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Review> reviews(String requesterId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void review(Review review) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Earnings earnings(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
