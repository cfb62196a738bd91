package dev.hark.speech;

import java.util.Optional;

/**
 * How something is said.
 *
 * @param pace percent of the voice's own speed, 20 to 200
 * @param earcon a sound before the words
 */
public record Manner(int pace, Optional<Earcon> earcon) {
  /** At the voice's own speed, without a sound. */
  public static final Manner USUAL = new Manner(100, Optional.empty());

  public Manner {
    if (pace < 20 || pace > 200) {
      throw new IllegalArgumentException("no pace " + pace);
    }
  }

  public Manner withPace(int percent) {
    return new Manner(percent, earcon);
  }

  public Manner with(Earcon sound) {
    return new Manner(pace, Optional.of(sound));
  }
}
