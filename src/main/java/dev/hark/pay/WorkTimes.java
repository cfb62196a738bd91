package dev.hark.pay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * Those of several groups as one: the mean of each percentile, weighed by how many people stand
   * behind it; empty where there are none.
   */
  public static Optional<WorkTimes> together(List<WorkTimes> groups) {
    int workers = groups.stream().mapToInt(WorkTimes::workers).sum();
    return workers == 0
        ? Optional.empty()
        : Optional.of(
            new WorkTimes(
                mean(groups, WorkTimes::lower, workers),
                mean(groups, WorkTimes::upper, workers),
                workers));
  }

  private static Duration mean(
      List<WorkTimes> groups, Function<WorkTimes, Duration> which, int workers) {
    double sum =
        groups.stream()
            .mapToDouble(group -> (double) which.apply(group).toMillis() * group.workers())
            .sum();
    return Duration.ofMillis(Math.max(1, Math.round(sum / workers)));
  }
}
