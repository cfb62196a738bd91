package dev.hark.pay;

import dev.hark.task.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one euro was worth on one day, to hold pay in one currency against a floor in another. Never
 * to pay by: whoever is told a converted amount is told the day as well.
 *
 * @param day the day of the rates
 * @param perEuro units of a currency that one euro bought, by ISO code
 */
public record Rates(LocalDate day, Map<String, BigDecimal> perEuro) {
  public Rates {
    perEuro = Map.copyOf(perEuro);
  }

  /** The rates that ship with Hark, {@code dev/hark/pay/rates.csv}. */
  public static Rates shipped() {
    return Shipped.RATES;
  }

  /** The amount in another currency, to the nearest minor unit; empty where a rate is not known. */
  public Optional<Money> convert(Money money, Currency to) {
    if (money.currency().equals(to)) {
      return Optional.of(money);
    }
    BigDecimal from = perEuro.get(money.currency().getCurrencyCode());
    BigDecimal into = perEuro.get(to.getCurrencyCode());
    if (from == null || into == null) {
      return Optional.empty();
    }
    BigDecimal amount =
        money
            .amount()
            .multiply(into)
            .divide(from, MathContext.DECIMAL64)
            .setScale(to.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    return Optional.of(new Money(amount.unscaledValue().longValueExact(), to));
  }

  /** Read when it is first asked for. */
  private static final class Shipped {
    static final Rates RATES = read();

    private static Rates read() {
      List<List<String>> rows = Table.rows("rates.csv", 3);
      return new Rates(
          LocalDate.parse(rows.getFirst().get(1)),
          rows.stream()
              .collect(Collectors.toMap(row -> row.get(0), row -> new BigDecimal(row.get(2)))));
    }
  }
}
