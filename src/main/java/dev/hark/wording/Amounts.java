package dev.hark.wording;

import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Money in words of one language: "15 cents", "2 euros 50", "15 to 19 euros". */
final class Amounts {
  private final Numbers numbers;
  private final Locale language;
  private final String to;

  /**
   * @param to the word between the ends of a range
   */
  Amounts(Numbers numbers, Locale language, String to) {
    this.numbers = numbers;
    this.language = language;
    this.to = to;
  }

  String name(Currency currency) {
    return Coin.of(currency, language).many();
  }

  String money(Money money) {
    if (money.minor() == Long.MIN_VALUE) {
      return money(new Money(Long.MIN_VALUE + 1, money.currency()));
    }
    return money.minor() < 0
        ? numbers.minus(amount(-money.minor(), money.currency()))
        : amount(money.minor(), money.currency());
  }

  private String amount(long minor, Currency currency) {
    Coin coin = Coin.of(currency, language);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    long unit = pow(digits);
    long whole = minor / unit;
    long parts = minor % unit;
    if (parts == 0) {
      return units(whole, coin);
    }
    if (coin.part().isEmpty()) {
      BigDecimal exact = BigDecimal.valueOf(minor, digits);
      return numbers.exact(exact) + " " + coin.many();
    }
    if (whole == 0) {
      return parts(parts, coin);
    }
    // "1 euro 5" is heard as 1.50, and nobody knows thousandths by their place.
    boolean clear = digits == 2 && parts >= 10;
    return units(whole, coin) + " " + (clear ? Long.toString(parts) : parts(parts, coin));
  }

  private String units(long count, Coin coin) {
    return numbers.whole(count) + " " + (count == 1 ? coin.one() : coin.many());
  }

  private String parts(long count, Coin coin) {
    return numbers.whole(count) + " " + (count == 1 ? coin.part() : coin.parts());
  }

  private static long pow(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  /** Rounded as the larger end deserves; what both ends have in common is said once. */
  String range(MoneyRange range) {
    Currency currency = range.low().currency();
    long unit = pow(Math.max(0, currency.getDefaultFractionDigits()));
    if (range.low().minor() < 0) {
      return join(money(range.low()), money(range.high()));
    }
    long step = step(range.high().minor(), unit);
    long high = round(range.high().minor(), step);
    // Ends of 40 cents and 12 euros: the smaller one would vanish in whole euros.
    long low =
        range.low().minor() < step
            ? round(range.low().minor(), step(range.low().minor(), unit))
            : round(range.low().minor(), step);
    Coin coin = Coin.of(currency, language);
    if (low == high) {
      return amount(high, currency);
    }
    if (low % unit == 0 && high % unit == 0) {
      return join(low == 0 ? "0" : numbers.whole(low / unit), units(high / unit, coin));
    }
    if (high < unit && !coin.part().isEmpty()) {
      return join(numbers.whole(low), parts(high, coin));
    }
    return join(amount(low, currency), amount(high, currency));
  }

  /** Minor units to round to: cents under one unit, tenths under five, then whole units or more. */
  private static long step(long minor, long unit) {
    if (minor < unit) {
      return 1;
    }
    if (minor < 5 * unit) {
      return Math.max(1, unit / 10);
    }
    long whole = minor / unit;
    long step = 1;
    while (whole >= step * 1000) {
      step *= 10;
    }
    return step * unit;
  }

  private static long round(long minor, long step) {
    return BigDecimal.valueOf(minor)
        .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
        .multiply(BigDecimal.valueOf(step), MathContext.UNLIMITED)
        .longValue();
  }

  private String join(String low, String high) {
    return low + " " + to + " " + high;
  }
}
