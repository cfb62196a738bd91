package dev.hark.audio;

import java.util.Arrays;

/**
 * A sound whose loudness is evened out, so that a quiet speaker beside a loud one is heard without
 * reaching for the volume. The gain at a place follows the power of what is spoken within a second
 * before and after it; pauses count for nothing, so that noise is not raised in them. Peaks stay
 * under full scale, because the gain gives way before they come.
 *
 * <p>A place sounds the same however it is reached. Memory: 8 bytes for each 50 ms, and six seconds
 * of samples.
 */
final class Levelled implements Sound {
  /** Power of what is spoken, aimed at: 20 dB below full scale. */
  private static final double TARGET = power(-20);

  /** What is weaker is no speech. */
  private static final double GATE = power(-55);

  /** Nor is what is this much weaker than the loudest around it. */
  private static final double BELOW_LOUDEST = 0.003;

  /** How much speech, in blocks, it takes to be believed: with less, the gain stays nearer to 1. */
  private static final double DOUBT = 0.1;

  private static final double LEAST = Math.pow(10, -12 / 20.0);
  private static final double MOST = Math.pow(10, 24 / 20.0);
  private static final double PEAK = 0.9 * Short.MAX_VALUE;
  private static final int AROUND = 20;

  private final Sound sound;
  private final Window window;
  private final int block;
  private final float[] powers;
  private final float[] peaks;
  private long gainOf = Long.MIN_VALUE;
  private double left;
  private double right;

  Levelled(Sound sound) {
    this.sound = sound;
    this.window = new Window(sound, sound.rate() * 6);
    this.block = Math.max(1, sound.rate() / 20);
    int blocks = (int) (sound.size() / block) + 1;
    this.powers = new float[blocks];
    this.peaks = new float[blocks];
    Arrays.fill(powers, Float.NaN);
  }

  private static double power(double decibel) {
    double level = Short.MAX_VALUE * Math.pow(10, decibel / 20);
    return level * level;
  }

  @Override
  public int rate() {
    return sound.rate();
  }

  @Override
  public long size() {
    return sound.size();
  }

  @Override
  public int read(long from, short[] into, int at, int count) {
    int length = (int) Math.clamp(size() - from, 0, count);
    for (int i = 0; i < length; i++) {
      double place = (from + i + 0.5) / block - 0.5;
      long before = (long) Math.floor(place);
      if (before != gainOf) {
        left = before == gainOf + 1 ? right : gain(before);
        right = gain(before + 1);
        gainOf = before;
      }
      double gain = left + (place - before) * (right - left);
      into[at + i] = (short) Math.round(window.sample(from + i) * gain);
    }
    return length;
  }

  private double gain(long at) {
    int from = (int) Math.max(0, at - AROUND);
    int to = (int) Math.min(powers.length - 1, at + AROUND);
    double loudest = 0;
    for (int i = from; i <= to; i++) {
      measure(i);
      loudest = Math.max(loudest, powers[i]);
    }
    double sum = DOUBT * TARGET;
    double weight = DOUBT;
    for (int i = from; i <= to; i++) {
      if (powers[i] > GATE && powers[i] > loudest * BELOW_LOUDEST) {
        double near = 1 - Math.abs(i - at) / (AROUND + 1.0);
        sum += near * powers[i];
        weight += near;
      }
    }
    double wanted = Math.clamp(Math.sqrt(TARGET * weight / sum), LEAST, MOST);
    return Math.min(wanted, PEAK / Math.max(1, peak(at)));
  }

  /** The highest over this block and its neighbours, to which the gain is interpolated. */
  private double peak(long at) {
    double peak = 0;
    for (long i = Math.max(0, at - 1); i <= Math.min(peaks.length - 1, at + 1); i++) {
      measure((int) i);
      peak = Math.max(peak, peaks[(int) i]);
    }
    return peak;
  }

  private void measure(int at) {
    if (Float.isNaN(powers[at])) {
      long from = (long) at * block;
      double sum = 0;
      int peak = 0;
      for (int i = 0; i < block; i++) {
        int sample = window.sample(from + i);
        sum += (double) sample * sample;
        peak = Math.max(peak, Math.abs(sample));
      }
      powers[at] = (float) (sum / block);
      peaks[at] = peak;
    }
  }

  @Override
  public void close() {
    sound.close();
  }
}
