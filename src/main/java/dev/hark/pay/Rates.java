package dev.hark.pay;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one euro was worth on one day, to hold pay in one currency against a floor in another. Never
 * to pay by: whoever is told a converted amount is told the day as well.
 *
 * @param day the day of the rates
 * @param perEuro units of a currency that one euro bought, by ISO code
 */
public record Rates(LocalDate day, Map<String, BigDecimal> perEuro) {
  /** Rates older than so many days are told to be old. */
  public static final int FRESH_DAYS = 90;

  private static final int COLUMNS = 3;
  private static final DateTimeFormatter BANK_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  public Rates {
    perEuro = Map.copyOf(perEuro);
  }

  /** The rates that ship with Hark, {@code dev/hark/pay/rates.csv}. */
  public static Rates shipped() {
    return Shipped.RATES;
  }

  /**
   * A file's rates, or the shipped ones where those are newer or there is no such file.
   *
   * @param file of the shipped form, or as the European Central Bank publishes it as CSV
   * @throws Fault.BadFile where it cannot be read; it names the line
   */
  public static Rates newest(Path file) {
    if (!Files.exists(file)) {
      return shipped();
    }
    Table own = Table.read(file, COLUMNS);
    Rates read = own.head().startsWith("Date") ? ofBank(own) : of(own);
    return read.day.isAfter(shipped().day) ? read : shipped();
  }

  /** Whether they are too old on a day to be used without saying so. */
  public boolean isOld(LocalDate today) {
    return today.isAfter(day.plusDays(FRESH_DAYS));
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

  private static Rates of(Table table) {
    record Line(LocalDate day, String currency, BigDecimal rate) {}
    List<Line> lines =
        table.map(row -> new Line(LocalDate.parse(row.get(1)), row.get(0), positive(row.get(2))));
    Map<String, BigDecimal> rates = new HashMap<>();
    lines.forEach(line -> rates.put(line.currency(), line.rate()));
    LocalDate day =
        lines.stream().map(Line::day).min(LocalDate::compareTo).orElseThrow(() -> empty(table));
    return new Rates(day, rates);
  }

  /** One line a day, the newest first: the currencies stand in the head. */
  private static Rates ofBank(Table table) {
    List<String> codes = List.of(table.head().split(",", -1));
    return new Table(table.name(), table.lines(), codes.size())
            .map(
                row -> {
                  Map<String, BigDecimal> rates = new HashMap<>(Map.of("EUR", BigDecimal.ONE));
                  for (int i = 1; i < codes.size(); i++) {
                    String code = codes.get(i).strip();
                    if (!code.isEmpty() && !row.get(i).equals("N/A")) {
                      rates.put(code, positive(row.get(i)));
                    }
                  }
                  return new Rates(bankDay(row.get(0)), rates);
                })
            .stream()
            .max((one, other) -> one.day.compareTo(other.day))
            .orElseThrow(() -> empty(table));
  }

  private static LocalDate bankDay(String day) {
    return day.contains("-") ? LocalDate.parse(day) : LocalDate.parse(day, BANK_DAY);
  }

  private static BigDecimal positive(String rate) {
    BigDecimal read = new BigDecimal(rate);
    if (read.signum() <= 0) {
      throw new IllegalArgumentException("no rate: " + rate);
    }
    return read;
  }

  private static Fault.BadFile empty(Table table) {
    return new Fault.BadFile(Sentence.of("pay.file-unreadable", table.name()), null);
  }

  /** Read when it is first asked for. */
  private static final class Shipped {
    static final Rates RATES = of(Table.shipped("rates.csv", COLUMNS));
  }
}
