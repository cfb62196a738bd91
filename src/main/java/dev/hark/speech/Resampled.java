package dev.hark.speech;

import java.util.Arrays;

/**
 * Sound at another rate or another pitch, as it streams: by straight lines between samples, which
 * speech bears.
 */
final class Resampled {
  /** Samples of what comes in for each that goes out. */
  private final double step;

  /** Where the next one lies, counted from the last sample of the chunk before. */
  private double at;

  private short last;

  Resampled(double step) {
    this.step = step;
  }

  double step() {
    return step;
  }

  /** What can be made of a chunk and the ones before. */
  short[] next(short[] chunk) {
    short[] out = new short[(int) ((chunk.length - at) / step) + 2];
    int made = 0;
    while (at < chunk.length) {
      double value = value(chunk, at);
      if (step > 1) {
        // Half of what is too high for the lower rate is taken away.
        value = (value + value(chunk, Math.min(chunk.length, at + step / 2))) / 2;
      }
      out[made++] = (short) Math.round(value);
      at += step;
    }
    at -= chunk.length;
    last = chunk.length == 0 ? last : chunk[chunk.length - 1];
    return Arrays.copyOf(out, made);
  }

  private double value(short[] chunk, double place) {
    int left = (int) place;
    double before = left == 0 ? last : chunk[left - 1];
    double after = left < chunk.length ? chunk[left] : before;
    return before + (after - before) * (place - left);
  }
}
