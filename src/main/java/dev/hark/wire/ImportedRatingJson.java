package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said elsewhere, apart from all that the hub counts itself.
 *
 * @param reviews how many reviews that anybody sees
 * @param overall mean of the means of fairness, speed and communication; absent without such marks
 * @param sources where they were written
 * @param newest when the newest was written; absent where a source does not tell
 * @param means by attribute name; where it was asked for one requester
 * @param faded the same with older marks weighing less
 * @param fadedOverall the mean of those that make the overall figure
 * @param termsBroken how many report broken terms
 * @param hourly sum of rewards by sum of times, or as the source says it
 * @param bySource each source by itself
 */
public record ImportedRatingJson(
    int reviews,
    @Nullable Double overall,
    List<String> sources,
    @Nullable Instant newest,
    @Nullable Map<String, Double> means,
    @Nullable Map<String, Double> faded,
    @Nullable Double fadedOverall,
    @Nullable Integer termsBroken,
    @Nullable MoneyJson hourly,
    @Nullable List<ImportedRatingJson> bySource) {}
