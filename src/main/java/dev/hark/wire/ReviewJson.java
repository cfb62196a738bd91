package dev.hark.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review. What a worker sends has neither reviewer nor written.
 *
 * @param groupId the task group it is about
 * @param reviewer pseudonym, set by the hub
 * @param marks 1 to 5 by attribute name in upper case
 * @param rejections {@code NONE}, {@code SOME}, {@code ALL} or absent
 * @param termsBroken whether the market's terms were broken
 * @param words may be empty
 * @param written set by the hub
 */
public record ReviewJson(
    String groupId,
    @Nullable String reviewer,
    Map<String, Integer> marks,
    @Nullable String rejections,
    boolean termsBroken,
    @Nullable String words,
    @Nullable Instant written) {}
