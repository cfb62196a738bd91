package dev.hark.audio.decode;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * A recording as it is decoded, from its start. One thread reads it.
 *
 * <p>Libraries stand behind some, so that whatever a broken file makes them throw may come out of
 * {@link #read}.
 */
interface SoundStream extends Closeable {
  /** Frames a second; known from the start. */
  int rate();

  /** Known from the start, and the same to the end. */
  int channels();

  /**
   * Reads on.
   *
   * @param into samples of all channels, one frame after the other, at full scale 1; room for a
   *     frame at least
   * @return how many frames were read; -1 at the end
   * @throws IOException where the file cannot be read or is broken
   */
  int read(float[] into) throws IOException;

  /** How many frames the file says at its start that it has; empty where it does not say. */
  default OptionalLong promised() {
    return OptionalLong.empty();
  }

  /**
   * Whether the end that was reached is the one that its writer made, as far as the file can tell;
   * asked at the end.
   */
  default boolean whole() {
    return true;
  }

  /** How many places were left out so far because they cannot be decoded. */
  int damaged();
}
