package dev.hark.audio;

import java.time.Duration;

/**
 * A part of a recording, in its own time.
 *
 * @param to after {@code from}
 */
public record Passage(Duration from, Duration to) {
  public Passage {
    if (from.isNegative() || to.compareTo(from) <= 0) {
      throw new IllegalArgumentException("a passage ends after it begins");
    }
  }
}
