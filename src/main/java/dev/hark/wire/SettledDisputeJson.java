package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * How a dispute is settled.
 *
 * @param pay whether the rest of the highest bonus is paid
 * @param words why not; absent where it is paid
 */
public record SettledDisputeJson(@Nullable Boolean pay, @Nullable String words) {}
