package dev.hark.audio;

import java.util.Arrays;

/** Tones made and measured. */
public final class Tones {
  private Tones() {}

  public static Clip tone(double hertz, int rate, double seconds) {
    short[] samples = new short[(int) (rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(12_000 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Clip(samples, rate);
  }

  /** All of a sound in memory. */
  public static Clip whole(Sound sound) {
    short[] samples = new short[(int) sound.size()];
    int read = sound.read(0, samples, 0, samples.length);
    return new Clip(Arrays.copyOf(samples, read), sound.rate());
  }

  /** By counting rises through zero, away from the ends. */
  public static double frequency(short[] samples, int rate) {
    int from = samples.length / 10;
    int to = samples.length - from;
    int rises = 0;
    int first = -1;
    int last = -1;
    for (int i = from; i + 1 < to; i++) {
      if (samples[i] < 0 && samples[i + 1] >= 0) {
        rises++;
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return (rises - 1.0) * rate / (last - first);
  }

  /** Loudest over the middle, compared with 12,000. */
  public static double level(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(2 * sum / samples.length) / 12_000;
  }
}
