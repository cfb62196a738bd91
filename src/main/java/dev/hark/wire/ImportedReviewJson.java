package dev.hark.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review that was written elsewhere.
 *
 * @param requesterId the requester's id there, {@code A} and 9 to 29 capitals or digits
 * @param requesterName what they were called there
 * @param reviewer who wrote it there; kept as a keyed hash only; absent where nobody knows
 * @param marks 1 to 5 by attribute name in upper case
 * @param rejections {@code NONE}, {@code SOME}, {@code ALL} or absent
 * @param termsBroken whether the market's terms were broken
 * @param brokenTask whether a task could not be done
 * @param rewardMicros what the work paid, in millionths of a US dollar
 * @param seconds how long that work took
 * @param tasks how many tasks it is about
 * @param words at most 20,000 characters
 * @param written when
 */
public record ImportedReviewJson(
    @Nullable String requesterId,
    @Nullable String requesterName,
    @Nullable String reviewer,
    @Nullable Map<String, @Nullable Integer> marks,
    @Nullable String rejections,
    boolean termsBroken,
    boolean brokenTask,
    @Nullable Long rewardMicros,
    @Nullable Long seconds,
    @Nullable Integer tasks,
    @Nullable String words,
    @Nullable Instant written) {}
