package dev.hark.audio.cut;

import java.util.Arrays;

/**
 * How loud a recording is, every 10 ms, in decibels below full scale: as it is, and with low tones
 * counting less, in which speech stands out from rumble and hum. Takes 800 bytes for each second.
 */
public final class Levels {
  /** Length of a frame, in milliseconds. */
  public static final int FRAME_MILLIS = 10;

  /** Each sample counts without so much of the one before. */
  private static final double LOW_TONES = 0.97;

  /** What no sound at all counts as. */
  static final float NOTHING = -100;

  private static final double FULL = 32_768.0 * 32_768;

  private final int frame;
  private float[] plain = new float[6000];
  private float[] bright = new float[6000];
  private int count;
  private double power;
  private double brightPower;
  private double before;
  private int samples;

  /**
   * @param rate samples a second
   */
  public Levels(int rate) {
    this.frame = rate * FRAME_MILLIS / 1000;
  }

  /** Adds what comes next. */
  public void add(short[] sound, int length) {
    for (int i = 0; i < length; i++) {
      double rise = sound[i] - LOW_TONES * before;
      before = sound[i];
      power += before * before;
      brightPower += rise * rise;
      samples++;
      if (samples == frame) {
        end();
      }
    }
  }

  private void end() {
    if (count == plain.length) {
      plain = Arrays.copyOf(plain, count * 2);
      bright = Arrays.copyOf(bright, count * 2);
    }
    plain[count] = decibels(power / samples);
    bright[count] = decibels(brightPower / samples);
    count++;
    power = 0;
    brightPower = 0;
    samples = 0;
  }

  private static float decibels(double meanPower) {
    return (float) Math.max(NOTHING, 10 * Math.log10(meanPower / FULL + 1e-12));
  }

  /** One for each frame; the last, which may be shorter, included. */
  float[] plain() {
    if (samples > 0) {
      end();
    }
    return Arrays.copyOf(plain, count);
  }

  /** The same with low tones counting less. */
  float[] bright() {
    if (samples > 0) {
      end();
    }
    return Arrays.copyOf(bright, count);
  }
}
