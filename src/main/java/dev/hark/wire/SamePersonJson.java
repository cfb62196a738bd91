package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * Whose account another one is, too.
 *
 * @param account of a worker or a requester
 */
public record SamePersonJson(@Nullable String account) {}
