package dev.hark.review;

/**
 * How low the true mean mark may well be, given how few people marked: the lower end of Wilson's
 * score interval, on marks scaled to 0 to 1.
 *
 * <p>With {@code p = (mean - 1) / 4}, {@code n} marks and {@code z = 1.645} (one-sided 95 %):
 *
 * <pre>
 * (p + z²/2n - z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
 * </pre>
 *
 * <p>Of all marks with one mean, those at the two ends of the scale scatter most, so the formula,
 * made for yes or no, errs to the careful side here. It rises with the mean and with the number of
 * marks, never passes the mean, and n marks lift it to {@code 1 + 4 n / (n + z²)} at the most: 2.1
 * for one, 2.7 for two, 3.6 for five.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22 (1927), 209-212.
 */
final class LowerBound {
  private static final double Z = 1.645;

  private LowerBound() {}

  /**
   * @param mean 1 to 5
   * @param count at least 1
   * @return 1 to 5
   */
  static double of(double mean, int count) {
    double n = count;
    double p = (mean - 1) / 4;
    double centre = p + Z * Z / (2 * n);
    double margin = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double low = (centre - margin) / (1 + Z * Z / n);
    return Math.clamp(1 + 4 * low, 1, mean);
  }
}
