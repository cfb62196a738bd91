package dev.hark.audio;

import dev.hark.fault.Sentence;
import java.util.Optional;

/** Where sound comes from: a microphone, or a recording in its place. */
public interface SoundInput {
  /** Samples a second of all that comes: mono, 16 bit. */
  int RATE = 16_000;

  /** Begins to listen. Never throws: a source that cannot be opened ends at once. */
  Source open();

  /**
   * Whether listening again may help where a source had trouble: a microphone can be plugged in.
   */
  default boolean mayReturn() {
    return false;
  }

  /** One stretch of listening. Read by one thread; may be closed by any. */
  interface Source extends AutoCloseable {
    /**
     * Waits until the buffer is full.
     *
     * @return false where nothing more comes; what is in the buffer then does not count
     */
    boolean read(short[] into);

    /** Why nothing more comes; empty where it ended well, or was closed. */
    Optional<Sentence> trouble();

    @Override
    void close();
  }
}
