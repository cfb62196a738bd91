package dev.hark.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reviews add up to; see {@code dev.hark.review.Rating}.
 *
 * @param reviewers people whose reviews count, at least 1
 * @param overall 1 to 5, absent where no mark applies
 * @param lower lower bound, 1 to 5
 * @param means by attribute name in upper case
 * @param unjustRejections reviewers who report unjust rejections
 * @param termsBroken reviewers who report broken terms
 * @param brokenTasks reviewers who report a task that could not be done
 * @param unpaidScreening reviewers who report unpaid questions before the work
 * @param sureReviewers people behind the lower bound: others paid them too
 * @param faded means in which older marks weigh less, by attribute name; where it was asked for one
 * @param fadedOverall the mean of those that make the overall rating
 * @param recent the same figures over the last 90 days; where it was asked for one
 */
public record RatingJson(
    int reviewers,
    @Nullable Double overall,
    double lower,
    Map<String, Double> means,
    int unjustRejections,
    int termsBroken,
    @Nullable Integer brokenTasks,
    @Nullable Integer unpaidScreening,
    @Nullable Integer sureReviewers,
    @Nullable Map<String, Double> faded,
    @Nullable Double fadedOverall,
    @Nullable RatingJson recent) {

  /** Where only the gravest reports are counted. */
  public RatingJson(
      int reviewers,
      @Nullable Double overall,
      double lower,
      Map<String, Double> means,
      int unjustRejections,
      int termsBroken) {
    this(reviewers, overall, lower, means, unjustRejections, termsBroken, null, null);
  }

  /** The figures that stand on a task. */
  public RatingJson(
      int reviewers,
      @Nullable Double overall,
      double lower,
      Map<String, Double> means,
      int unjustRejections,
      int termsBroken,
      @Nullable Integer brokenTasks,
      @Nullable Integer unpaidScreening) {
    this(
        reviewers,
        overall,
        lower,
        means,
        unjustRejections,
        termsBroken,
        brokenTasks,
        unpaidScreening,
        null,
        null,
        null,
        null);
  }
}
