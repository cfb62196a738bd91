package dev.hark.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * Plays a while, then pauses so that there is time to type.
 *
 * @param play how long, in time of the recording; it pauses at the quietest place within a second
 *     of it
 * @param rest how long the pause is; empty where it lasts until it is told to play on
 */
public record Rhythm(Duration play, Optional<Duration> rest) {
  public Rhythm {
    if (play.compareTo(Duration.ofSeconds(1)) < 0
        || rest.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("a rhythm plays for a second at least");
    }
  }
}
