package dev.hark.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review. What a worker sends has neither id, reviewer, helpful, answer nor written.
 *
 * @param id set by the hub
 * @param groupId the task group it is about; absent where it was written elsewhere
 * @param reviewer pseudonym, set by the hub
 * @param marks 1 to 5 by attribute name in upper case
 * @param rejections {@code NONE}, {@code SOME}, {@code ALL} or absent
 * @param termsBroken whether the market's terms were broken
 * @param brokenTask whether a task could not be done
 * @param unpaidScreening whether questions came before the work without pay
 * @param minutes how long a task took, as the reviewer says
 * @param words may be empty
 * @param helpful how many say that it helped them
 * @param counted whether it counts in ratings; set by the hub
 * @param answer what the requester says to it, where they did
 * @param written set by the hub
 * @param source where it was written, if elsewhere; set by the hub
 */
public record ReviewJson(
    @Nullable String id,
    @Nullable String groupId,
    @Nullable String reviewer,
    Map<String, Integer> marks,
    @Nullable String rejections,
    boolean termsBroken,
    boolean brokenTask,
    boolean unpaidScreening,
    @Nullable Double minutes,
    @Nullable String words,
    @Nullable Integer helpful,
    @Nullable Boolean counted,
    @Nullable ReviewAnswerJson answer,
    @Nullable Instant written,
    @Nullable String source) {}
