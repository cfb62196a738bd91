package dev.hark.review;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the visible reviews of one requester add up to.
 *
 * @param reviewers how many people reviewed, at least 1
 * @param overall mean of the attribute means of fairness, speed, communication and pay, those that
 *     anybody marked, 1 to 5; empty where all marks are "not applicable"
 * @param lower a lower bound of the overall mean that a few reviews cannot lift, 1 to 5
 * @param means mean by attribute, only those that anybody marked
 * @param reports how many reviewers report what; a report that the source does not count is absent,
 *     and never zero
 * @param lately how it was of late; empty where the source does not say
 */
public record Rating(
    int reviewers,
    OptionalDouble overall,
    double lower,
    Map<Attribute, Double> means,
    Map<Report, Integer> reports,
    Optional<Lately> lately) {
  public Rating {
    means = Map.copyOf(means);
    reports = Map.copyOf(reports);
    if (reviewers < 1) {
      throw new IllegalArgumentException("a rating needs a review");
    }
  }

  /** Where nothing is said of late. */
  public Rating(
      int reviewers,
      OptionalDouble overall,
      double lower,
      Map<Attribute, Double> means,
      Map<Report, Integer> reports) {
    this(reviewers, overall, lower, means, reports, Optional.empty());
  }

  /**
   * A rating of means that somebody else made of the marks of so many people: overall and lower
   * bound are made as for one's own marks.
   */
  public static Rating ofMeans(
      int reviewers, Map<Attribute, Double> means, Map<Report, Integer> reports) {
    OptionalDouble overall = Tally.overall(means);
    double lower = overall.isPresent() ? LowerBound.of(overall.getAsDouble(), reviewers) : 1;
    return new Rating(reviewers, overall, lower, means, reports);
  }

  /** How many reviewers report it; empty where that is not known. */
  public OptionalInt reported(Report report) {
    Integer count = reports.get(report);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /**
   * The same figures of late.
   *
   * @param recent overall mean of the last 90 days; empty where nobody marked in them
   * @param recentReviewers how many people reviewed in them
   * @param faded overall mean in which older marks weigh less
   */
  public record Lately(OptionalDouble recent, int recentReviewers, OptionalDouble faded) {}
}
