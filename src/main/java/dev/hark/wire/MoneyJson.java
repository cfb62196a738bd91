package dev.hark.wire;

import dev.hark.task.Money;

/**
 * An exact amount.
 *
 * @param minor minor units (cents)
 * @param currency ISO 4217 code
 */
public record MoneyJson(long minor, String currency) {
  public static MoneyJson of(Money money) {
    return new MoneyJson(money.minor(), money.currency().getCurrencyCode());
  }

  public Money toMoney() {
    return Money.of(minor, currency);
  }
}
