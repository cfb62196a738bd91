package dev.hark.pay;

import java.time.Duration;

/**
 * How long a task took the people who did it, from accept to submit.
 *
 * @param lower 25th percentile over workers
 * @param upper 75th percentile over workers
 * @param workers how many people's times stand behind it, at least 1
 */
public record WorkTimes(Duration lower, Duration upper, int workers) {
  public WorkTimes {
    if (workers < 1 || !lower.isPositive() || upper.compareTo(lower) < 0) {
      throw new IllegalArgumentException("no work times: " + lower + " " + upper + " " + workers);
    }
  }
}
