package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A requester's rejection of a submission.
 *
 * @param code why, one of {@code RejectionCode}'s codes; required
 * @param reason the same in words; required
 * @param again whether the task is to be answered by somebody else; true where absent
 */
public record DecisionJson(
    @Nullable String code, @Nullable String reason, @Nullable Boolean again) {}
