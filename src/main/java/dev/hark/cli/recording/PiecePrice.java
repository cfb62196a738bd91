package dev.hark.cli.recording;

import dev.hark.task.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;

/**
 * What answers cost.
 *
 * @param reward for each
 * @param bonus the highest for each, in minor units
 * @param feeBasisPoints what the operator takes on top of each reward
 */
public record PiecePrice(Money reward, long bonus, int feeBasisPoints) {
  private static final int WHOLE = 10_000;

  /** The operator's for each answer, half a minor unit rounded up, as the hub does it. */
  public long fee() {
    return (reward.minor() * feeBasisPoints + WHOLE / 2) / WHOLE;
  }

  public Currency currency() {
    return reward.currency();
  }

  /** All that so many answers may cost. */
  public Money all(long answers) {
    return money(answers * each());
  }

  public Money rewards(long answers) {
    return money(answers * reward.minor());
  }

  public Money bonuses(long answers) {
    return money(answers * bonus);
  }

  public Money fees(long answers) {
    return money(answers * fee());
  }

  /** How many answers an amount buys at most. */
  public long answersFor(Money budget) {
    return budget.minor() / each();
  }

  /** What an hour of sound costs at so many answers for each piece. */
  public Money perHourOfSound(long answers, Duration sound) {
    return money(
        BigDecimal.valueOf(answers * each())
            .multiply(BigDecimal.valueOf(Duration.ofHours(1).toMillis()))
            .divide(BigDecimal.valueOf(sound.toMillis()), 0, RoundingMode.UP)
            .longValueExact());
  }

  private long each() {
    return reward.minor() + fee() + bonus;
  }

  private Money money(long minor) {
    return new Money(minor, currency());
  }
}
