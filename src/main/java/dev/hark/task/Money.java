package dev.hark.task;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount: minor units (cents) of one currency. Amounts of two currencies never meet.
 *
 * @param minor minor units, may be negative
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  public Money plus(Money other) {
    requireSame(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** The amount in major units (18 cents: 0.18), exact. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return Long.compare(minor, other.minor);
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
  }
}
