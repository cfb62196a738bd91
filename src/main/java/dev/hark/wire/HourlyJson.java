package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What workers of a group really earned an hour, in minor units of the reward's currency, as it
 * stands in a list.
 *
 * @param average all money through all time of the work that ended
 * @param low 25th percentile over workers; absent where no answer was decided on
 * @param high 75th percentile; absent likewise
 * @param workers people behind the percentiles
 * @param tasks pieces of work behind the average, at least 1
 */
public record HourlyJson(
    long average, @Nullable Long low, @Nullable Long high, int workers, int tasks) {}
