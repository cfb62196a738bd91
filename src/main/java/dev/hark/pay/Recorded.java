package dev.hark.pay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work times as they were recorded, from accept to submit, and their quartiles over workers. Each
 * worker counts once, by the median of their own times, so that one who did a hundred tasks does
 * not decide what the task takes.
 */
public final class Recorded {
  private Recorded() {}

  /**
   * The middle half of the workers' times. Quartiles lie between two workers where they must: with
   * times sorted as {@code t[0]} to {@code t[n-1]}, the quantile q stands at {@code q (n - 1)}, and
   * what is between two times is on the straight line between them (R. J. Hyndman and Y. Fan,
   * Sample quantiles in statistical packages, The American Statistician 50, 1996, definition 7).
   *
   * @param byWorker each worker's times; those that are not positive are left out
   * @return empty where no time is known
   */
  public static Optional<WorkTimes> quartiles(Map<String, List<Duration>> byWorker) {
    double[] medians =
        byWorker.values().stream()
            .map(Recorded::positive)
            .filter(times -> times.length > 0)
            .mapToDouble(times -> quantile(times, 0.5))
            .sorted()
            .toArray();
    if (medians.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkTimes(
            millis(quantile(medians, 0.25)), millis(quantile(medians, 0.75)), medians.length));
  }

  private static double[] positive(List<Duration> times) {
    return times.stream()
        .filter(Duration::isPositive)
        .mapToDouble(Duration::toMillis)
        .filter(millis -> millis > 0)
        .sorted()
        .toArray();
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }
}
