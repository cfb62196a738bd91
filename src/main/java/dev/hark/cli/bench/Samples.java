package dev.hark.cli.bench;

import java.util.Arrays;

/** Times of one program, in milliseconds. */
public record Samples(double[] millis) {
  public Samples {
    if (millis.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    millis = millis.clone();
    Arrays.sort(millis);
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    int half = millis.length / 2;
    return millis.length % 2 == 1 ? millis[half] : (millis[half - 1] + millis[half]) / 2;
  }

  /**
   * The least that is not exceeded by so many of 100.
   *
   * @param percent 1 to 100
   */
  public double percentile(int percent) {
    int index = (int) Math.ceil(percent / 100.0 * millis.length) - 1;
    return millis[Math.clamp(index, 0, millis.length - 1)];
  }

  public double least() {
    return millis[0];
  }

  double most() {
    return millis[millis.length - 1];
  }
}
