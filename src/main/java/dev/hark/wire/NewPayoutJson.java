package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * Money that a worker asks for.
 *
 * @param currency ISO 4217 code
 * @param minor minor units; all there are where absent
 */
public record NewPayoutJson(@Nullable String currency, @Nullable Long minor) {}
