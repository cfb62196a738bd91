package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.Offer;
import dev.hark.market.Receipt;
import dev.hark.market.Rejection;
import dev.hark.market.Transfer;
import dev.hark.pay.HourlyPay;
import dev.hark.pay.WorkTimes;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.Requester;
import dev.hark.task.Task;
import dev.hark.task.TaskGroup;
import dev.hark.task.TaskKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A marketplace in memory that can be down, slow or unwilling. */
final class FakeMarket implements Marketplace {
  final Map<String, Offer> offers = new LinkedHashMap<>();
  final Map<String, Question> questions = new LinkedHashMap<>();
  final Map<String, Assignment> assignments = new LinkedHashMap<>();
  final Map<String, Answer> answers = new LinkedHashMap<>();
  final List<Review> reviews = new ArrayList<>();
  final List<String> played = new ArrayList<>();
  final List<String> returned = new ArrayList<>();
  private final Clock clock;
  volatile boolean down;
  volatile Assignment.State decision = Assignment.State.SUBMITTED;
  volatile @Nullable Refusal refusal;
  volatile @Nullable CountDownLatch slow;

  /** Sounds come no sooner than this. */
  volatile @Nullable CountDownLatch download;

  FakeMarket(Clock clock) {
    this.clock = clock;
  }

  void add(String id, String requester, Question question) {
    add(id, requester, question, Locale.ENGLISH);
  }

  void add(String id, String requester, Question question, Locale language) {
    boolean sounds = !question.media().isEmpty();
    TaskGroup group =
        new TaskGroup(
            id,
            new Requester("r-" + requester, requester),
            "Work " + id,
            sounds ? TaskKind.TRANSCRIBE : TaskKind.QUESTIONNAIRE,
            language,
            Money.of(18, "EUR"),
            Duration.ofMinutes(6),
            3,
            sounds ? Set.of(Need.HEARING) : Set.of(),
            sounds ? Optional.of(Duration.ofSeconds(8)) : Optional.empty(),
            List.of());
    WorkTimes times = new WorkTimes(Duration.ofSeconds(34), Duration.ofSeconds(43), 9);
    offers.put(
        id,
        new Offer(
            group,
            new Standing.NoReviews(),
            Optional.of(HourlyPay.of(group.reward(), times)),
            10,
            9,
            Optional.of(Duration.ofDays(2))));
    questions.put(id, question);
  }

  private static <T> T known(Map<String, T> all, String id) {
    T found = all.get(id);
    if (found == null) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
    return found;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void call() {
    CountDownLatch wait = slow;
    if (wait != null) {
      await(wait);
    }
    if (down) {
      throw new Fault.HubDown(Sentence.of("market.no-answer", Sentence.of("market.hub")), null);
    }
    Refusal no = refusal;
    if (no != null) {
      refusal = null;
      throw new Fault.Refused(no, clock.instant());
    }
  }

  @Override
  public About about() {
    return new About("Fake", true);
  }

  @Override
  public OfferPage offers(Optional<String> cursor, int limit) {
    call();
    return new OfferPage(List.copyOf(offers.values()), Optional.empty());
  }

  @Override
  public Offer offer(String groupId) {
    call();
    return known(offers, groupId);
  }

  @Override
  public Assignment accept(String groupId, String key) {
    call();
    Offer offer = known(offers, groupId);
    Assignment assignment =
        new Assignment(
            "as-" + groupId + "-" + assignments.size(),
            new Task("task-" + groupId, groupId, known(questions, groupId)),
            offer.group(),
            clock.instant(),
            clock.instant().plus(offer.group().allowed()),
            Assignment.State.HELD);
    assignments.put(assignment.id(), assignment);
    return assignment;
  }

  @Override
  public List<Assignment> held() {
    call();
    return assignments.values().stream()
        .filter(a -> !answers.containsKey(a.id()) && !returned.contains(a.id()))
        .toList();
  }

  @Override
  public Assignment assignment(String assignmentId) {
    call();
    return known(assignments, assignmentId);
  }

  @Override
  public Receipt submit(String assignmentId, Answer answer, String key) {
    call();
    answers.put(assignmentId, answer);
    return new Receipt(
        assignmentId,
        decision,
        clock.instant(),
        known(assignments, assignmentId).group().reward(),
        Optional.of(Duration.ofDays(2)));
  }

  @Override
  public void giveBack(String assignmentId) {
    call();
    returned.add(assignmentId);
  }

  @Override
  public List<Rejection> rejections() {
    call();
    return List.of();
  }

  @Override
  public Rejection object(String assignmentId, String words) {
    call();
    throw new Fault.Refused(Refusal.NOT_REJECTED);
  }

  @Override
  public Path media(String mediumId, Transfer transfer) {
    CountDownLatch coming = download;
    if (coming != null) {
      transfer.reached(12 << 20, 115 << 20);
      await(coming);
    }
    call();
    played.add(mediumId);
    return Path.of(mediumId);
  }

  @Override
  public List<Review> reviews(String requesterId) {
    call();
    return List.copyOf(reviews);
  }

  @Override
  public void review(Review review) {
    call();
    reviews.add(review);
  }

  @Override
  public Earnings earnings(ZoneId zone) {
    call();
    return new Earnings(
        List.of(
            new Earnings.Line(
                Money.of(36, "EUR"),
                Money.of(250, "EUR"),
                Money.of(250, "EUR"),
                Money.of(18, "EUR"),
                2,
                Duration.ofSeconds(90),
                Optional.empty())));
  }

  @Override
  public void close() {}
}
