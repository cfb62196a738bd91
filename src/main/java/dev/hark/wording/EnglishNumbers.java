package dev.hark.wording;

import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** English words for numbers. */
final class EnglishNumbers implements Numbers {
  private static final Locale LANGUAGE = Locale.of("en");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", LANGUAGE);
  private static final DateTimeFormatter NEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM", LANGUAGE);
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", LANGUAGE);
  private static final DateTimeFormatter FAR = DateTimeFormatter.ofPattern("d MMMM y", LANGUAGE);

  private final Digits digits = new Digits(',', '.');
  private final Amounts amounts = new Amounts(this, LANGUAGE, "to");
  private final Span span =
      new Span(
          count -> count(count, "second", "seconds"),
          count -> count(count, "minute", "minutes"),
          count -> count(count, "hour", "hours"),
          count -> count(count, "day", "days"));

  @Override
  public String money(Money money) {
    return amounts.money(money);
  }

  @Override
  public String range(MoneyRange range) {
    return amounts.range(range);
  }

  @Override
  public String currency(Currency currency) {
    return amounts.name(currency);
  }

  @Override
  public String duration(Duration duration) {
    return span.of(duration);
  }

  @Override
  public String time(LocalTime time) {
    return time.format(TIME);
  }

  @Override
  public String date(LocalDate date, LocalDate today) {
    boolean near = Math.abs(ChronoUnit.DAYS.between(date, today)) < 7;
    boolean thisYear = date.getYear() == today.getYear();
    return date.format(near ? NEAR : thisYear ? THIS_YEAR : FAR);
  }

  @Override
  public String dateTime(String date, String time) {
    return date + " at " + time;
  }

  @Override
  public String decimal(double number) {
    return digits.decimal(number);
  }

  @Override
  public String exact(BigDecimal number) {
    return digits.exact(number);
  }

  @Override
  public String whole(long number) {
    return digits.whole(number);
  }

  @Override
  public String minus(String number) {
    return "minus " + number;
  }

  @Override
  public String list(List<String> items) {
    return Digits.list(items, " and ");
  }

  private String count(long count, String one, String many) {
    return whole(count) + " " + (count == 1 ? one : many);
  }
}
