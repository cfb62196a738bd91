package dev.hark.audio;

import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;

/**
 * Plays one sound at a time. Safe for use by several threads; never blocks for the length of the
 * sound.
 */
public interface Player extends AutoCloseable {
  /**
   * Loads a sound and rewinds; what played before stops and is closed, and its passage is
   * forgotten.
   */
  void load(Sound sound);

  /** Plays on from where it stopped; at the end, from the start. */
  void play();

  void pause();

  boolean playing();

  /** Goes to a place in time of the recording; keeps playing if it played. */
  void seek(Duration to);

  /** Jumps by seconds of the recording, backwards where negative; keeps playing if it played. */
  default void jump(Duration by) {
    seek(position().plus(by));
  }

  default void toStart() {
    seek(Duration.ZERO);
  }

  /**
   * @param speed 0.5 to 3, without changing pitch
   */
  void speed(double speed);

  double speed();

  /**
   * Plays a passage again and again, with a short silence before each time. Where sound takes no
   * time, it is played once.
   *
   * @param passage empty for no more
   */
  void repeat(Optional<Passage> passage);

  /**
   * @param rhythm empty to play without pauses
   */
  void rhythm(Optional<Rhythm> rhythm);

  /**
   * @param even whether loudness is evened out; it is not unless told
   */
  void level(boolean even);

  /** Where it is, in time of the recording. */
  Duration position();

  /** Length of the loaded sound; zero where there is none. */
  Duration length();

  /** Why a sound that played ended before its end, once; empty where it did not. */
  Optional<Sentence> trouble();

  /** Waits until the sound has ended, or was paused. For scripts. */
  void await();

  @Override
  void close();
}
