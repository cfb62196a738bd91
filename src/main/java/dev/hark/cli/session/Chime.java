package dev.hark.cli.session;

import dev.hark.audio.Clip;

/** A short sound that says: something was found. Two soft tones, the second a fifth higher. */
final class Chime {
  private static final int RATE = 16_000;
  private static final double LOW = 587.33;
  private static final double HIGH = 880;
  private static final int TONE = RATE * 14 / 100;
  private static final int LOUD = 9_000;

  private Chime() {}

  static Clip clip() {
    short[] samples = new short[2 * TONE];
    tone(samples, 0, LOW);
    tone(samples, TONE, HIGH);
    return new Clip(samples, RATE);
  }

  private static void tone(short[] samples, int from, double pitch) {
    for (int i = 0; i < TONE; i++) {
      double swell = Math.sin(Math.PI * i / TONE);
      samples[from + i] = (short) (LOUD * swell * Math.sin(2 * Math.PI * pitch * i / RATE));
    }
  }
}
