package dev.hark.review;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the visible reviews of one requester add up to.
 *
 * @param reviewers how many people reviewed, at least 1
 * @param overall mean of the attribute means of fairness, speed, communication and pay, those that
 *     anybody marked, 1 to 5; empty where all marks are "not applicable"
 * @param lower a lower bound of the overall mean that a few reviews cannot lift, 1 to 5
 * @param means mean by attribute, only those that anybody marked
 * @param unjustRejections how many reviewers report some or all work rejected unjustly
 * @param termsBroken how many reviewers report broken terms
 */
public record Rating(
    int reviewers,
    OptionalDouble overall,
    double lower,
    Map<Attribute, Double> means,
    int unjustRejections,
    int termsBroken) {
  public Rating {
    means = Map.copyOf(means);
    if (reviewers < 1) {
      throw new IllegalArgumentException("a rating needs a review");
    }
  }
}
