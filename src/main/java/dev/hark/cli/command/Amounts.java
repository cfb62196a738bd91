package dev.hark.cli.command;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people type them. */
final class Amounts {
  private Amounts() {}

  /**
   * An amount in major units, with a point or a comma.
   *
   * @throws Fault.Usage where it is none, or has more places than its currency
   */
  static Money parse(String amount, String code) {
    try {
      Currency currency = currency(code);
      int places = currency.getDefaultFractionDigits();
      long minor =
          new BigDecimal(amount.strip().replace(',', '.')).movePointRight(places).longValueExact();
      if (minor > 0) {
        return new Money(minor, currency);
      }
    } catch (NumberFormatException e) {
      // Told below, like an amount that is none.
    } catch (ArithmeticException e) {
      // More places than the currency has, or more than anybody has.
    }
    throw new Fault.Usage(Sentence.of("ledger.bad-amount", amount, code));
  }

  /**
   * @throws Fault.Usage where there is none of this code, or it has no minor units
   */
  static Currency currency(String code) {
    try {
      Currency currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new Fault.Usage(Sentence.of("ledger.bad-currency", code));
  }
}
