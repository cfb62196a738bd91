package dev.hark.hub.ledger;

import dev.hark.task.Money;
import org.jdbi.v3.core.Handle;

/**
 * What the operator takes of each reward, on top of it and from the requester.
 *
 * @param basisPoints hundredths of a percent of the reward, 0 to {@link #LIMIT}
 */
public record FeeRate(int basisPoints) {
  /** As much as the reward itself. */
  public static final int LIMIT = 10_000;

  private static final int WHOLE = 10_000;

  public FeeRate {
    if (basisPoints < 0 || basisPoints > LIMIT) {
      throw new IllegalArgumentException("no fee: " + basisPoints);
    }
  }

  /** What is in force; nothing where the operator never set one. */
  public static FeeRate current(Handle handle) {
    return handle
        .createQuery("select basis_points from fee_rate order by number desc limit 1")
        .mapTo(Integer.class)
        .findOne()
        .map(FeeRate::new)
        .orElse(new FeeRate(0));
  }

  /** The fee of one answer: its share of the reward, half a minor unit rounded up. */
  public Money of(Money reward) {
    long fee = Math.addExact(Math.multiplyExact(reward.minor(), basisPoints), WHOLE / 2) / WHOLE;
    return new Money(fee, reward.currency());
  }
}
