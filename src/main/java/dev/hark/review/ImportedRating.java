package dev.hark.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How figures are made of reviews that were written elsewhere, where the hub saw no work.
 *
 * <p>Source: the overall figure is Turkopticon's own, the mean over those means of fairness, speed
 * and communication that anybody marked (its fair, fast and comm); pay per hour is that of
 * Turkopticon 2, a ratio of sums.
 */
public final class ImportedRating {
  private static final List<Attribute> OVERALL =
      List.of(Attribute.FAIRNESS, Attribute.SPEED, Attribute.COMMUNICATION);
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

  private ImportedRating() {}

  /** 1 to 5; empty where nobody marked any of the three. */
  public static OptionalDouble overall(Map<Attribute, Double> means) {
    return OVERALL.stream().filter(means::containsKey).mapToDouble(means::get).average();
  }

  /**
   * Pay per hour.
   *
   * @param reward sum of rewards
   * @param seconds sum of the times that they took
   * @return in the unit of the rewards, rounded half up; empty where there is no time
   */
  public static OptionalLong hourly(long reward, long seconds) {
    return seconds <= 0
        ? OptionalLong.empty()
        : OptionalLong.of(
            BigDecimal.valueOf(reward)
                .multiply(HOUR)
                .divide(BigDecimal.valueOf(seconds), 0, RoundingMode.HALF_UP)
                .longValueExact());
  }
}
