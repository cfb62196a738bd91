package dev.hark.pay;

import dev.hark.task.Money;
import java.util.Optional;

/**
 * What workers really earned an hour, rejected and returned work included.
 *
 * @param average all money through all time of the work that ended
 * @param range the middle half of the workers, by each one's own ratio of sums; empty where no
 *     answer was decided on yet
 * @param tasks pieces of work behind the average, at least 1
 */
public record Earned(Money average, Optional<HourlyPay> range, int tasks) {
  public Earned {
    if (tasks < 1) {
      throw new IllegalArgumentException("nothing was earned with no work");
    }
  }
}
