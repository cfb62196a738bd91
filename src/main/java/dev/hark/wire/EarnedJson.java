package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What workers really earned, in one currency, over all work that ended: approved, rejected, and
 * given back before its time was over.
 *
 * @param paid rewards and bonuses
 * @param seconds from accept to submit or return, and on doing it again
 * @param approved answers
 * @param rejected answers
 * @param returned tasks
 * @param average minor units an hour: the ratio of these sums
 * @param low 25th percentile over workers of their own ratio; absent where no answer was decided
 *     on, and in recent figures
 * @param high 75th percentile; absent likewise
 * @param workers people behind the percentiles; absent likewise
 * @param recent the same for work that was handed in or given back in the last 90 days; absent
 *     where there is none, and in recent figures
 */
public record EarnedJson(
    MoneyJson paid,
    double seconds,
    int approved,
    int rejected,
    int returned,
    long average,
    @Nullable Long low,
    @Nullable Long high,
    @Nullable Integer workers,
    @Nullable EarnedJson recent) {}
