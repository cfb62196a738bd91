package dev.hark.audio;

import java.time.Duration;

/**
 * Plays one clip at a time. Safe for use by several threads; never blocks for the length of the
 * sound.
 */
public interface Player extends AutoCloseable {
  /** Loads a clip and rewinds; what played before stops. */
  void load(Clip clip);

  /** Plays on from where it stopped; at the end, from the start. */
  void play();

  void pause();

  boolean playing();

  /** Jumps by seconds of the recording, backwards where negative; keeps playing if it played. */
  void jump(Duration by);

  void toStart();

  /**
   * @param speed 0.5 to 3, without changing pitch
   */
  void speed(double speed);

  double speed();

  /** Where it is, in time of the recording. */
  Duration position();

  /** Length of the loaded clip; zero where there is none. */
  Duration length();

  /** Waits until the clip has ended, or was paused. For scripts. */
  void await();

  @Override
  void close();
}
