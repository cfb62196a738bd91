package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.present;

import dev.hark.review.Attribute;
import dev.hark.review.Rating;
import dev.hark.review.Rejections;
import dev.hark.review.Report;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.wire.RatingJson;
import dev.hark.wire.ReviewAnswerJson;
import dev.hark.wire.ReviewJson;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a hub's reviews and ratings into those of this program, and back. */
final class ReviewReader {
  private static final int MOST_WORDS = 5_500;
  private static final int MOST_SOURCE = 60;
  private static final double MOST_MINUTES = 100_000;

  private ReviewReader() {}

  /** A rating that makes no sense is no rating, and never "no reviews". */
  static Standing standing(RatingJson json) {
    Double overall = json.overall();
    boolean usable =
        json.reviewers() >= 1
            && (overall == null || isMark(overall))
            && isMark(json.lower())
            && isCount(json.unjustRejections(), json)
            && isCount(json.termsBroken(), json)
            && isCount(json.brokenTasks(), json)
            && isCount(json.unpaidScreening(), json);
    if (!usable) {
      return new Standing.SourceDown(Instant.now());
    }
    return new Standing.Rated(
        new Rating(
            json.reviewers(),
            overall == null ? OptionalDouble.empty() : OptionalDouble.of(overall),
            json.lower(),
            means(json.means()),
            reports(json),
            lately(json)));
  }

  /** What a hub does not send is not known. */
  private static Map<Report, Integer> reports(RatingJson json) {
    Map<Report, Integer> reports = new EnumMap<>(Report.class);
    reports.put(Report.UNJUST_REJECTIONS, json.unjustRejections());
    reports.put(Report.TERMS_BROKEN, json.termsBroken());
    if (json.brokenTasks() != null) {
      reports.put(Report.BROKEN_TASKS, json.brokenTasks());
    }
    if (json.unpaidScreening() != null) {
      reports.put(Report.UNPAID_SCREENING, json.unpaidScreening());
    }
    return reports;
  }

  private static Optional<Rating.Lately> lately(RatingJson json) {
    RatingJson recent = json.recent();
    OptionalDouble faded = mark(json.fadedOverall());
    if (recent == null) {
      return faded.isEmpty()
          ? Optional.empty()
          : Optional.of(new Rating.Lately(OptionalDouble.empty(), 0, faded));
    }
    return Optional.of(
        new Rating.Lately(mark(recent.overall()), Math.max(0, recent.reviewers()), faded));
  }

  private static OptionalDouble mark(@Nullable Double mark) {
    return mark == null || !isMark(mark) ? OptionalDouble.empty() : OptionalDouble.of(mark);
  }

  static Review review(String requesterId, ReviewJson json) throws Nonsense {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    if (json.marks() != null) {
      json.marks()
          .forEach(
              (name, mark) ->
                  attribute(name)
                      .filter(attribute -> mark != null && isMark(mark))
                      .ifPresent(attribute -> marks.put(attribute, mark)));
    }
    return new Review(
        requesterId,
        json.groupId() == null && json.source() != null ? "" : id(json.groupId(), "group"),
        PlainText.line(json.reviewer(), 60),
        marks,
        rejections(json.rejections()),
        json.termsBroken(),
        json.brokenTask(),
        json.unpaidScreening(),
        took(json.minutes()),
        PlainText.lines(json.words(), MOST_WORDS),
        present(json.written(), "time of writing"),
        reception(json));
  }

  private static Review.Reception reception(ReviewJson json) throws Nonsense {
    ReviewAnswerJson answer = json.answer();
    return new Review.Reception(
        json.id() == null ? "" : id(json.id(), "review"),
        json.helpful() == null ? 0 : Math.max(0, json.helpful()),
        answer == null
            ? Optional.empty()
            : Optional.of(
                new Review.Reply(
                    PlainText.lines(answer.words(), MOST_WORDS),
                    present(answer.answered(), "time of the answer"))),
        !Boolean.FALSE.equals(json.counted()),
        Optional.ofNullable(json.source())
            .map(source -> PlainText.line(source, MOST_SOURCE))
            .filter(source -> !source.isEmpty()));
  }

  private static Optional<Duration> took(@Nullable Double minutes) {
    return minutes == null || !(minutes > 0 && minutes < MOST_MINUTES)
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.round(minutes * 60)));
  }

  static ReviewJson json(Review review) {
    return new ReviewJson(
        null,
        review.groupId(),
        null,
        review.marks().entrySet().stream()
            .collect(Collectors.toMap(mark -> mark.getKey().name(), Map.Entry::getValue)),
        review.rejections().map(Enum::name).orElse(null),
        review.termsBroken(),
        review.brokenTask(),
        review.unpaidScreening(),
        review.took().map(time -> time.toSeconds() / 60.0).orElse(null),
        review.words(),
        null,
        null,
        null,
        null,
        null);
  }

  private static Map<Attribute, Double> means(@Nullable Map<String, Double> json) {
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    if (json != null) {
      json.forEach(
          (name, mean) ->
              attribute(name)
                  .filter(attribute -> mean != null && isMark(mean))
                  .ifPresent(attribute -> means.put(attribute, mean)));
    }
    return means;
  }

  private static boolean isMark(double mark) {
    return mark >= 1 && mark <= 5;
  }

  private static boolean isCount(@Nullable Integer count, RatingJson of) {
    return count == null || (count >= 0 && count <= of.reviewers());
  }

  private static Optional<Attribute> attribute(String name) {
    try {
      return Optional.of(Attribute.valueOf(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Rejections> rejections(@Nullable String name) {
    try {
      return name == null ? Optional.empty() : Optional.of(Rejections.valueOf(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
