package dev.hark.audio.cut;

import java.util.Arrays;

/**
 * How loud a recording is, every 10 ms, in decibels below full scale. Takes 400 bytes for each
 * second.
 */
public final class Levels {
  /** Length of a frame, in milliseconds. */
  public static final int FRAME_MILLIS = 10;

  /** What no sound at all counts as. */
  static final float NOTHING = -100;

  private final int frame;
  private float[] levels = new float[6000];
  private int count;
  private double power;
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
      power += (double) sound[i] * sound[i];
      samples++;
      if (samples == frame) {
        end();
      }
    }
  }

  private void end() {
    if (count == levels.length) {
      levels = Arrays.copyOf(levels, count * 2);
    }
    double mean = power / samples / (32_768.0 * 32_768);
    levels[count++] = (float) Math.max(NOTHING, 10 * Math.log10(mean + 1e-12));
    power = 0;
    samples = 0;
  }

  /** One for each frame; the last, which may be shorter, included. */
  float[] all() {
    if (samples > 0) {
      end();
    }
    return Arrays.copyOf(levels, count);
  }
}
