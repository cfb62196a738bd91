package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker earned, one line a currency; empty where nothing was done yet.
 *
 * @param currencies one entry a currency
 */
public record EarningsJson(List<CurrencyEarnings> currencies) {

  /**
   * Amounts in one currency.
   *
   * @param today paid since the start of the day in the zone that was asked for
   * @param week paid since Monday of that zone
   * @param total paid ever
   * @param pending submitted and not decided
   * @param todayTasks how many were submitted today
   * @param todaySeconds recorded work time of today's submissions
   * @param month paid since the first of the month in that zone, absent from hubs that do not tell
   */
  public record CurrencyEarnings(
      MoneyJson today,
      MoneyJson week,
      MoneyJson total,
      MoneyJson pending,
      int todayTasks,
      long todaySeconds,
      @Nullable MoneyJson month) {}
}
