package dev.hark.wording;

import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Numbers, money, durations, times and dates in the words of one language. Digits stay digits, so
 * that written lines are short, and are arranged so that a voice says them as people do.
 */
interface Numbers {
  static Numbers of(Locale locale) {
    return locale.getLanguage().equals("nl") ? new DutchNumbers() : new EnglishNumbers();
  }

  /** "15 cents", "2 euros 50", "1 euro 5 cents", "500 yen", "minus 2 euros". */
  String money(Money money);

  /** "15 to 19 euros", "2 euros 40 to 3 euros 80"; one amount where both round to the same. */
  String range(MoneyRange range);

  /** The currency's name for many: "euros". */
  String currency(Currency currency);

  /** "6 minutes", "8 seconds", "1 hour 20 minutes", "2 days"; nothing is less than 0 seconds. */
  String duration(Duration duration);

  /** "10:42". */
  String time(LocalTime time);

  /** "Monday 23 November" within a week of today, "23 November" within its year, else with year. */
  String date(LocalDate date, LocalDate today);

  /** A day and a time of it. */
  String dateTime(String date, String time);

  /** At most one digit behind the point. */
  String decimal(double number);

  /** All its digits, without useless zeros. */
  String exact(BigDecimal number);

  /** "1,200". */
  String whole(long number);

  /** Below zero. */
  String minus(String number);

  /** "a, b and c". */
  String list(List<String> items);
}
