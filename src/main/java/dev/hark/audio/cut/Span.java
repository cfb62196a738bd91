package dev.hark.audio.cut;

import java.time.Duration;

/**
 * A part of a recording.
 *
 * @param start in milliseconds from its start
 * @param end in the same, after the start
 */
public record Span(long start, long end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no part of a recording: " + start + " to " + end);
    }
  }

  public Duration length() {
    return Duration.ofMillis(end - start);
  }
}
