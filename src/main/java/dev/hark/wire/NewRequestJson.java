package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A worker asks for a qualification.
 *
 * @param words for its owner, may be empty
 */
public record NewRequestJson(@Nullable String words) {}
