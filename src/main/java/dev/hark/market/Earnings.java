package dev.hark.market;

import dev.hark.task.Money;
import java.time.Duration;
import java.util.List;

/**
 * What a worker earned.
 *
 * @param lines one a currency; empty where nothing was done yet
 */
public record Earnings(List<Line> lines) {
  public Earnings {
    lines = List.copyOf(lines);
  }

  /**
   * Amounts in one currency.
   *
   * @param today paid today
   * @param week paid since Monday
   * @param total paid ever
   * @param pending submitted and not decided
   * @param todayTasks submitted today
   * @param todayWork work time of today's submissions
   */
  public record Line(
      Money today, Money week, Money total, Money pending, int todayTasks, Duration todayWork) {}
}
