package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What an owner decides about a worker's qualification.
 *
 * @param value what is granted; only for a grant, and there the only possible value where absent
 * @param reason in words that the worker can read; required for a denial and a revocation
 */
public record GrantDecisionJson(@Nullable Long value, @Nullable String reason) {}
