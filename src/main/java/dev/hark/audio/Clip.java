package dev.hark.audio;

import java.time.Duration;

/**
 * Decoded sound, mono, 16 bit.
 *
 * @param samples in the machine's order; not copied, not to be changed
 * @param rate samples a second
 */
public record Clip(short[] samples, int rate) {
  public Duration length() {
    return Duration.ofNanos(Math.round(samples.length * 1e9 / rate));
  }
}
