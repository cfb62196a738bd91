package dev.hark.market;

import dev.hark.task.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
   * @param month paid since the first of the month, where the market tells
   */
  public record Line(
      Money today,
      Money week,
      Money total,
      Money pending,
      int todayTasks,
      Duration todayWork,
      Optional<Money> month) {

    /**
     * What the month comes to if its other days bring as much as those until today, today included:
     * paid so far x days of the month / days until today, to the nearest minor unit.
     */
    public Optional<Money> projection(LocalDate day) {
      return month.map(
          paid ->
              new Money(
                  Math.round((double) paid.minor() * day.lengthOfMonth() / day.getDayOfMonth()),
                  paid.currency()));
    }
  }
}
