package dev.hark.wording;

import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dutch words for numbers. */
final class DutchNumbers implements Numbers {
  @Override
  public String money(Money money) {
    long units = money.minor() / 100;
    long cents = Math.abs(money.minor() % 100);
    if (units == 0) {
      return count(cents, "cent", "cent");
    }
    String whole = units + " " + unit(money);
    return cents == 0 ? whole : whole + " " + String.format("%02d", cents);
  }

  @Override
  public String range(MoneyRange range) {
    long low = Math.round(range.low().minor() / 100.0);
    long high = Math.round(range.high().minor() / 100.0);
    String most = high + " " + unit(range.high());
    return low == high ? most : low + " tot " + most;
  }

  @Override
  public String duration(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) {
      return count(seconds, "seconde", "seconden");
    }
    if (seconds < 3600) {
      return count(seconds / 60, "minuut", "minuten");
    }
    return seconds < 86_400
        ? count(seconds / 3600, "uur", "uur")
        : count(seconds / 86_400, "dag", "dagen");
  }

  @Override
  public String time(LocalTime time) {
    return time.format(DateTimeFormatter.ofPattern("H:mm", Locale.of("nl")));
  }

  @Override
  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern("d MMMM", Locale.of("nl")));
  }

  @Override
  public String decimal(double number) {
    return String.format(Locale.of("nl"), "%.1f", number);
  }

  @Override
  public String whole(long number) {
    return Long.toString(number);
  }

  private static String unit(Money money) {
    return switch (money.currency().getCurrencyCode()) {
      case "EUR" -> "euro";
      case "USD" -> "dollar";
      default -> money.currency().getDisplayName(Locale.of("nl"));
    };
  }

  private static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
