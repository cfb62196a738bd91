package dev.hark.pay;

import dev.hark.task.Money;
import java.time.Duration;

/**
 * What a task pays per hour, as a range over workers: what they earned, or, while nothing is
 * decided, the reward over the slower and over the quicker quarter of recorded times.
 *
 * @param low 25th percentile of what workers earned; else reward x 3600 / 75th percentile of
 *     seconds
 * @param high 75th percentile of what workers earned; else reward x 3600 / 25th percentile of
 *     seconds
 * @param workers how many people stand behind it
 */
public record HourlyPay(Money low, Money high, int workers) {

  public static HourlyPay of(Money reward, WorkTimes times) {
    return new HourlyPay(
        perHour(reward, times.upper()), perHour(reward, times.lower()), times.workers());
  }

  private static Money perHour(Money reward, Duration time) {
    return new Money(Math.round(reward.minor() * 3_600_000.0 / time.toMillis()), reward.currency());
  }
}
