package dev.hark.speech.listen;

import dev.hark.fault.Sentence;
import java.util.Optional;

/** How loud a stretch of sound was. Used by one thread at a time. */
public final class Level {
  private static final double NOTHING = -75;
  private static final double LOUD_ROOM = -38;
  private static final double SOFT = -36;
  private static final int CLIPPED = 32_700;
  private static final int MOST_CLIPPED = 20;

  private double loudest = Double.NEGATIVE_INFINITY;
  private double softest = Double.POSITIVE_INFINITY;
  private int clipped;

  /** Takes some 10 ms. */
  public void take(short[] samples, int length) {
    double now = Decibels.of(samples, length);
    loudest = Math.max(loudest, now);
    softest = Math.min(softest, now);
    for (int i = 0; i < length; i++) {
      if (Math.abs((int) samples[i]) >= CLIPPED) {
        clipped++;
      }
    }
  }

  /** Whether not even a room was heard, as by a microphone that is off. */
  public boolean nothing() {
    return loudest < NOTHING;
  }

  /** Whether it was louder than the microphone can tell, for more than a click. */
  public boolean clipped() {
    return clipped > MOST_CLIPPED;
  }

  /** Whether it was loud even when nobody spoke. */
  public boolean loudRoom() {
    return softest > LOUD_ROOM;
  }

  /** Whether the loudest voice was so soft that words may be missed. */
  public boolean soft() {
    return loudest < SOFT;
  }

  /**
   * What should be done about it; empty where it is well.
   *
   * @param spoke whether somebody was heard to speak
   */
  public Optional<Sentence> complaint(boolean spoke) {
    if (nothing()) {
      return Optional.of(Sentence.of("listen.nothing-heard"));
    }
    if (clipped()) {
      return Optional.of(Sentence.of("listen.clipped"));
    }
    if (loudRoom()) {
      return Optional.of(Sentence.of("listen.loud-room"));
    }
    if (!spoke) {
      return Optional.of(Sentence.of("listen.nobody-spoke"));
    }
    return soft() ? Optional.of(Sentence.of("listen.soft")) : Optional.empty();
  }

  /** Of the loudest 10 ms, in decibels of full scale. */
  public double loudest() {
    return loudest;
  }

  /** Of the softest 10 ms, in decibels of full scale. */
  public double softest() {
    return softest;
  }
}
