package dev.hark.wording;

import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Numbers, money, durations, times and dates in the words of one language. */
interface Numbers {
  static Numbers of(Locale locale) {
    return locale.getLanguage().equals("nl") ? new DutchNumbers() : new EnglishNumbers();
  }

  /** "15 cents", "2 euros 50", "14 dollars". */
  String money(Money money);

  /** "15 to 19 euros"; one amount where both round to the same. Whole units from 10 up. */
  String range(MoneyRange range);

  /** "6 minutes", "8 seconds", "2 days". */
  String duration(Duration duration);

  String time(LocalTime time);

  String date(LocalDate date);

  /** At most one digit behind the point. */
  String decimal(double number);

  String whole(long number);
}
