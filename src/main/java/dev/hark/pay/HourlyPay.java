package dev.hark.pay;

import dev.hark.task.Money;
import java.time.Duration;

/**
 * What a task pays per hour, as a range over workers: what they earned, or, while nothing is
 * decided, the reward over the slower and over the quicker quarter of recorded times, or of those
 * that are expected.
 *
 * @param low 25th percentile of what workers earned; else reward x 3600 / 75th percentile of
 *     seconds
 * @param high 75th percentile of what workers earned; else reward x 3600 / 25th percentile of
 *     seconds
 * @param workers how many people stand behind it; 0 for an estimate
 */
public record HourlyPay(Money low, Money high, int workers) {

  public static HourlyPay of(Money reward, WorkTimes times) {
    return new HourlyPay(
        perHour(reward, times.upper()), perHour(reward, times.lower()), times.workers());
  }

  /** An estimate by times that are expected. */
  public static HourlyPay expected(Money reward, Duration quick, Duration slow) {
    return new HourlyPay(perHour(reward, slow), perHour(reward, quick), 0);
  }

  private static Money perHour(Money reward, Duration time) {
    return new Money(Math.round(reward.minor() * 3_600_000.0 / time.toMillis()), reward.currency());
  }
}
