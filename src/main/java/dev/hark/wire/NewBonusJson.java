package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A bonus to give.
 *
 * @param amount more than nothing
 * @param reason in words, for the worker
 */
public record NewBonusJson(@Nullable MoneyJson amount, @Nullable String reason) {}
