package dev.hark.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source itself added up about a requester; a later one of the same source replaces it.
 * Every member but the id and the number of reviews may be absent: not known.
 *
 * @param requesterId the requester's id there
 * @param requesterName what they were called there
 * @param reviews how many stand behind it
 * @param means 1 to 5 by attribute name in upper case
 * @param termsBroken how many report broken terms
 * @param brokenTasks how many report broken tasks
 * @param rewardMicros sum of rewards of reviews with a time, in millionths of a US dollar
 * @param seconds sum of those times
 * @param timed how many reviews that are
 * @param wageMicros pay per hour as the source says it, in millionths of a US dollar
 * @param pendingSeconds mean time to approval
 * @param communication how many say yes, say anything, and are asked
 * @param recommend the same
 * @param rejected the same of rejected work
 * @param payBuckets how many earned under 4, under 7, under 10, under 15 dollars an hour, and more
 * @param texts the source's words by {@code pay}, {@code comm} or {@code fast}
 * @param rejections how many report rejections
 * @param blocks how many report blocks
 */
public record ImportedAggregateJson(
    @Nullable String requesterId,
    @Nullable String requesterName,
    int reviews,
    @Nullable Map<String, @Nullable Double> means,
    @Nullable Integer termsBroken,
    @Nullable Integer brokenTasks,
    @Nullable Long rewardMicros,
    @Nullable Long seconds,
    @Nullable Integer timed,
    @Nullable Long wageMicros,
    @Nullable Double pendingSeconds,
    @Nullable List<Integer> communication,
    @Nullable List<Integer> recommend,
    @Nullable List<Integer> rejected,
    @Nullable List<Integer> payBuckets,
    @Nullable Map<String, String> texts,
    @Nullable Integer rejections,
    @Nullable Integer blocks) {}
