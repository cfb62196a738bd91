package dev.hark.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reviews add up to; see {@code dev.hark.review.Rating}.
 *
 * @param reviewers people who reviewed, at least 1
 * @param overall 1 to 5, absent where no mark applies
 * @param lower lower bound, 1 to 5
 * @param means by attribute name in upper case
 * @param unjustRejections reviewers who report unjust rejections
 * @param termsBroken reviewers who report broken terms
 */
public record RatingJson(
    int reviewers,
    @Nullable Double overall,
    double lower,
    Map<String, Double> means,
    int unjustRejections,
    int termsBroken) {}
