package dev.hark.speech.listen;

/** Loudness in decibels of full scale: 0 is the loudest there can be, silence is -96. */
public final class Decibels {
  private static final double FULL = 32_768;
  private static final double SILENCE = -96;

  private Decibels() {}

  /** Of the first so many samples. */
  public static double of(short[] samples, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return length == 0 ? SILENCE : of(Math.sqrt(sum / length));
  }

  /** Of an amplitude. */
  public static double of(double amplitude) {
    return amplitude < 1 ? SILENCE + 6 * amplitude : 20 * Math.log10(amplitude / FULL);
  }
}
