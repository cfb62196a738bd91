package dev.hark.audio;

import dev.hark.fault.Fault;
import java.time.Duration;

/**
 * Sound that can be heard from any place: mono, 16 bit. Short sounds lie in memory as a {@link
 * Clip}; long ones are decoded where they are heard. One thread reads it.
 */
public interface Sound extends AutoCloseable {
  /** Samples a second. */
  int rate();

  /** How many samples it has. */
  long size();

  /**
   * Reads from a place.
   *
   * @param from index of the first sample, 0 or more
   * @param into where to, from index {@code at} on
   * @param count how many are wanted
   * @return how many were read: all, but at the end
   * @throws Fault.BadFile where it is broken there
   */
  int read(long from, short[] into, int at, int count);

  default Duration length() {
    return Duration.ofNanos(Math.round(size() * 1e9 / rate()));
  }

  @Override
  default void close() {}
}
