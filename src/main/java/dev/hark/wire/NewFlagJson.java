package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a review to be hidden.
 *
 * @param reason 1 to 1,000 characters
 */
public record NewFlagJson(@Nullable String reason) {}
