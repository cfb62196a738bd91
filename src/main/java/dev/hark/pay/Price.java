package dev.hark.pay;

import dev.hark.task.Money;
import java.math.BigInteger;
import java.time.Duration;

/** What a reward brings an hour, and which reward brings so much; exact, never in our favour. */
public final class Price {
  private static final BigInteger HOUR = BigInteger.valueOf(3_600_000);

  private Price() {}

  /**
   * What a reward brings an hour, rounded down to the minor unit: it is under a floor exactly where
   * this is.
   *
   * @param time of one task, a millisecond at least
   * @throws ArithmeticException where that is more than anybody has
   */
  public static Money perHour(Money reward, Duration time) {
    BigInteger minor =
        BigInteger.valueOf(reward.minor())
            .multiply(HOUR)
            .divide(BigInteger.valueOf(time.toMillis()));
    return new Money(minor.longValueExact(), reward.currency());
  }

  /**
   * The least reward that brings a floor, one minor unit at least.
   *
   * @param perHour the floor
   * @param time of one task, a millisecond at least
   * @throws ArithmeticException where that is more than anybody has
   */
  public static Money reward(Money perHour, Duration time) {
    BigInteger[] parts =
        BigInteger.valueOf(perHour.minor())
            .multiply(BigInteger.valueOf(time.toMillis()))
            .divideAndRemainder(HOUR);
    BigInteger minor = parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    return new Money(Math.max(1, minor.longValueExact()), perHour.currency());
  }
}
