package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A worker's answer to a rejection.
 *
 * @param words what they say; required
 */
public record ObjectionJson(@Nullable String words) {}
