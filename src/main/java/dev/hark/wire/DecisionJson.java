package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A requester's decision on a submission.
 *
 * @param reason in words; required for a rejection
 */
public record DecisionJson(@Nullable String reason) {}
