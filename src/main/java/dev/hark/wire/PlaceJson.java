package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where a worker lives, as they declare it.
 *
 * @param country ISO 3166-1 in two capitals
 * @param region ISO 3166-2 with its country, absent where it is not told
 */
public record PlaceJson(String country, @Nullable String region) {}
