package dev.hark.audio.decode;

import java.util.Arrays;

/**
 * Brings a signal to another rate by band-limited interpolation with a Hann-windowed sinc (J. O.
 * Smith, Digital Audio Resampling). What the lower of the two rates cannot carry is taken away
 * first. Streams: a few hundred samples are held.
 */
public final class Resampler {
  private static final int ZEROS = 12;
  private static final int STEPS = 256;
  private static final float[] SINC = sinc();

  private final double step;
  private final double scale;
  private final int reach;
  private float[] held;
  private int count;

  /** Where the next output sample lies, in samples from the first one held. */
  private double at;

  /**
   * @param from samples a second of what is given
   * @param to samples a second of what is made
   */
  public Resampler(int from, int to) {
    step = (double) from / to;
    scale = Math.min(1, (double) to / from);
    reach = (int) Math.ceil(ZEROS / scale);
    held = new float[4 * reach + 8192];
    // Silence before the start, so that the first samples have something at their left.
    count = reach;
    at = reach;
  }

  private static float[] sinc() {
    float[] table = new float[ZEROS * STEPS + 2];
    table[0] = 1;
    for (int i = 1; i <= ZEROS * STEPS; i++) {
      double x = Math.PI * i / STEPS;
      double window = 0.5 + 0.5 * Math.cos(x / ZEROS);
      table[i] = (float) (Math.sin(x) / x * window);
    }
    return table;
  }

  /** Most samples that {@link #next} gives for so many. */
  public int most(int samples) {
    return (int) Math.ceil((samples + reach) / step) + 1;
  }

  /**
   * Takes samples and gives those that can be made now.
   *
   * @return how many were put into {@code out}
   */
  public int next(float[] in, int length, float[] out) {
    append(in, length);
    int made = 0;
    while (at + reach < count) {
      out[made++] = sample();
      at += step;
    }
    drop();
    return made;
  }

  /** The last samples; nothing may be given after it. */
  public int end(float[] out) {
    return next(new float[reach], reach, out);
  }

  private void append(float[] in, int length) {
    if (count + length > held.length) {
      held = Arrays.copyOf(held, count + length);
    }
    System.arraycopy(in, 0, held, count, length);
    count += length;
  }

  private void drop() {
    int from = Math.min(count, Math.max(0, (int) at - reach));
    System.arraycopy(held, from, held, 0, count - from);
    count -= from;
    at -= from;
  }

  private float sample() {
    int left = (int) Math.floor(at);
    double sum = 0;
    double weights = 0;
    for (int i = Math.max(0, left - reach + 1); i <= left + reach && i < count; i++) {
      double place = Math.abs(i - at) * scale * STEPS;
      int entry = (int) place;
      if (entry < ZEROS * STEPS) {
        double weight = SINC[entry] + (place - entry) * (SINC[entry + 1] - SINC[entry]);
        sum += weight * held[i];
        weights += weight;
      }
    }
    return weights == 0 ? 0 : (float) (sum / weights);
  }
}
