package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.review.Rejections;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.ImportedReviewJson;
import dev.hark.wire.NewImportJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A batch of imported reviews that makes sense as a whole. */
record ImportedBatch(
    String source, List<ImportedReviewJson> reviews, List<ImportedAggregateJson> aggregates) {
  static final int MOST = 200;
  static final int MOST_WORDS = 20_000;
  static final int MOST_NAME = 200;

  /** Ten thousand dollars. */
  static final long MOST_REWARD = 10_000_000_000L;

  /** A thousand million dollars, or as many seconds a thousand times. */
  static final long MOST_SUM = 1_000_000_000_000_000L;

  static final long MOST_SECONDS = Duration.ofDays(7).toSeconds();
  static final int MOST_COUNT = 10_000_000;
  static final Instant EARLIEST = Instant.parse("2001-01-01T00:00:00Z");

  private static final Pattern OLD_ID = Pattern.compile("A[0-9A-Z]{9,29}");
  private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\d][\\p{L}\\d .-]{0,39}");
  private static final Set<String> MARKS = Set.of("PAY", "FAIRNESS", "SPEED", "COMMUNICATION");
  private static final Set<String> TEXTS = Set.of("pay", "comm", "fast");
  private static final List<String> REJECTIONS =
      Arrays.stream(Rejections.values()).map(Enum::name).toList();

  static boolean isOldId(String id) {
    return OLD_ID.matcher(id).matches();
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID}, naming the first that makes no sense
   */
  static ImportedBatch of(NewImportJson json, Instant now) {
    String source = json.source() == null ? "" : json.source().strip();
    require(SOURCE.matcher(source).matches(), "source: 1 to 40 letters, digits, spaces and points");
    List<ImportedReviewJson> reviews = json.reviews() == null ? List.of() : json.reviews();
    List<ImportedAggregateJson> aggregates =
        json.aggregates() == null ? List.of() : json.aggregates();
    int size = reviews.size() + aggregates.size();
    require(size >= 1 && size <= MOST, "reviews and aggregates: 1 to " + MOST + " together");
    for (int i = 0; i < reviews.size(); i++) {
      check("reviews[" + i + "].", reviews.get(i), now);
    }
    for (int i = 0; i < aggregates.size(); i++) {
      check("aggregates[" + i + "].", aggregates.get(i));
    }
    return new ImportedBatch(source, List.copyOf(reviews), List.copyOf(aggregates));
  }

  int size() {
    return reviews.size() + aggregates.size();
  }

  Set<String> oldIds() {
    Set<String> ids = new TreeSet<>();
    Stream.concat(
            reviews.stream().map(ImportedReviewJson::requesterId),
            aggregates.stream().map(ImportedAggregateJson::requesterId))
        .forEach(id -> ids.add(present(id)));
    return ids;
  }

  /** Something that was checked to be there. */
  static <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  /** What a review says, without whom anybody was called; marks in one order. */
  static ImportedReviewJson unnamed(ImportedReviewJson review) {
    return new ImportedReviewJson(
        review.requesterId(),
        null,
        null,
        review.marks() == null ? Map.of() : new TreeMap<>(review.marks()),
        review.rejections(),
        review.termsBroken(),
        review.brokenTask(),
        review.rewardMicros(),
        review.seconds(),
        review.tasks(),
        review.words(),
        review.written());
  }

  private static void check(String at, @Nullable ImportedReviewJson review, Instant now) {
    if (review == null) {
      throw new Fault.Refused(Refusal.INVALID, at + " a review");
    }
    who(at, review.requesterId(), review.requesterName());
    text(at + "reviewer", review.reviewer(), MOST_NAME);
    text(at + "words", review.words(), MOST_WORDS);
    if (review.marks() != null) {
      review
          .marks()
          .forEach(
              (name, mark) ->
                  require(
                      MARKS.contains(name) && mark != null && mark >= 1 && mark <= 5,
                      at + "marks: 1 to 5 of PAY, FAIRNESS, SPEED, COMMUNICATION"));
    }
    require(
        review.rejections() == null || REJECTIONS.contains(review.rejections()),
        at + "rejections: NONE, SOME or ALL");
    within(at + "rewardMicros", review.rewardMicros(), 0, MOST_REWARD);
    within(at + "seconds", review.seconds(), 1, MOST_SECONDS);
    within(at + "tasks", wide(review.tasks()), 1, MOST_COUNT);
    Instant written = review.written();
    require(
        written != null
            && !written.isBefore(EARLIEST)
            && !written.isAfter(now.plus(Duration.ofDays(1))),
        at + "written: a time from 2001 to today");
  }

  private static void check(String at, @Nullable ImportedAggregateJson some) {
    if (some == null) {
      throw new Fault.Refused(Refusal.INVALID, at + " an aggregate");
    }
    who(at, some.requesterId(), some.requesterName());
    within(at + "reviews", (long) some.reviews(), 0, MOST_COUNT);
    if (some.means() != null) {
      some.means()
          .forEach(
              (name, mean) ->
                  require(
                      MARKS.contains(name) && mean != null && mean >= 1 && mean <= 5,
                      at + "means: 1 to 5 of PAY, FAIRNESS, SPEED, COMMUNICATION"));
    }
    within(at + "termsBroken", wide(some.termsBroken()), 0, MOST_COUNT);
    within(at + "brokenTasks", wide(some.brokenTasks()), 0, MOST_COUNT);
    within(at + "rewardMicros", some.rewardMicros(), 0, MOST_SUM);
    within(at + "seconds", some.seconds(), 0, MOST_SUM);
    within(at + "timed", wide(some.timed()), 0, MOST_COUNT);
    within(at + "wageMicros", some.wageMicros(), 0, MOST_REWARD);
    within(at + "rejections", wide(some.rejections()), 0, MOST_COUNT);
    within(at + "blocks", wide(some.blocks()), 0, MOST_COUNT);
    Double pending = some.pendingSeconds();
    require(
        pending == null || (pending >= 0 && pending <= MOST_SUM), at + "pendingSeconds: a time");
    counts(at + "communication", some.communication(), 3);
    counts(at + "recommend", some.recommend(), 3);
    counts(at + "rejected", some.rejected(), 3);
    counts(at + "payBuckets", some.payBuckets(), 5);
    if (some.texts() != null) {
      some.texts()
          .forEach(
              (name, words) -> {
                require(TEXTS.contains(name) && words != null, at + "texts: pay, comm and fast");
                text(at + "texts", words, MOST_NAME);
              });
    }
  }

  private static void who(String at, @Nullable String id, @Nullable String name) {
    require(id != null && isOldId(id), at + "requesterId: A and 9 to 29 capital letters or digits");
    text(at + "requesterName", name, MOST_NAME);
  }

  private static void text(String at, @Nullable String text, int most) {
    require(text == null || text.length() <= most, at + ": at most " + most + " characters");
  }

  private static void counts(String at, @Nullable List<Integer> counts, int size) {
    require(
        counts == null
            || (counts.size() == size
                && counts.stream()
                    .allMatch(count -> count != null && count >= 0 && count <= MOST_COUNT)),
        at + ": " + size + " counts");
  }

  private static @Nullable Long wide(@Nullable Integer some) {
    return some == null ? null : Long.valueOf(some);
  }

  private static void within(String at, @Nullable Long value, long least, long most) {
    require(value == null || (value >= least && value <= most), at + ": " + least + " to " + most);
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new Fault.Refused(Refusal.INVALID, expected);
    }
  }
}
