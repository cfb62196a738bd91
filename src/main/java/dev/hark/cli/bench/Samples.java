package dev.hark.cli.bench;

import java.util.Arrays;

/** Times of one program, in milliseconds. */
record Samples(double[] millis) {
  Samples {
    if (millis.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    millis = millis.clone();
    Arrays.sort(millis);
  }

  /** The middle one, or the mean of the two in the middle. */
  double median() {
    int half = millis.length / 2;
    return millis.length % 2 == 1 ? millis[half] : (millis[half - 1] + millis[half]) / 2;
  }

  double least() {
    return millis[0];
  }

  double most() {
    return millis[millis.length - 1];
  }
}
