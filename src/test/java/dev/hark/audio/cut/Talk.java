package dev.hark.audio.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Something like speech over noise: syllables of noise that swell and fade, in phrases, with pauses
 * between.
 *
 * @param samples mono at 16 kHz
 * @param phrases where somebody speaks, in samples: start, end
 */
record Talk(short[] samples, List<int[]> phrases) {
  static final int RATE = 16_000;

  /**
   * @param noise level of the noise, of full scale 32,768
   * @param pauses seconds of silence after each phrase, at least and at most
   * @param phrases seconds of each phrase, at least and at most
   */
  static Talk random(
      Random random, double seconds, double noise, double[] pauses, double[] phrases) {
    short[] samples = new short[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(noise * random.nextGaussian());
    }
    List<int[]> spoken = new ArrayList<>();
    int at = (int) (between(random, pauses) * RATE);
    while (true) {
      int end = at + (int) (between(random, phrases) * RATE);
      if (end > samples.length) {
        return new Talk(samples, spoken);
      }
      speak(random, samples, at, end);
      spoken.add(new int[] {at, end});
      at = end + (int) (between(random, pauses) * RATE);
    }
  }

  private static double between(Random random, double[] bounds) {
    return bounds[0] + random.nextDouble() * (bounds[1] - bounds[0]);
  }

  private static void speak(Random random, short[] samples, int from, int to) {
    int at = from;
    while (at < to) {
      int end = Math.min(to, at + (int) ((0.12 + 0.15 * random.nextDouble()) * RATE));
      double loud = 3000 + 5000 * random.nextDouble();
      for (int i = at; i < end; i++) {
        double swell = 0.15 + 0.85 * Math.sin(Math.PI * (i - at) / (end - at));
        samples[i] =
            (short) Math.clamp(samples[i] + loud * swell * random.nextGaussian(), -32_768, 32_767);
      }
      at = end;
    }
  }

  Levels levels(int part) {
    Levels levels = new Levels(RATE);
    short[] some = new short[part];
    for (int at = 0; at < samples.length; at += part) {
      int length = Math.min(part, samples.length - at);
      System.arraycopy(samples, at, some, 0, length);
      levels.add(some, length);
    }
    return levels;
  }
}
