package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a whole file is to be.
 *
 * @param sha256 in lower-case hex
 */
public record ChecksumJson(@Nullable String sha256) {}
