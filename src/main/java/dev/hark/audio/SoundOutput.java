package dev.hark.audio;

/**
 * Where sound goes: a device, files, or nowhere. Both speech and task audio go through it; at most
 * one {@link Voice} of each {@link Track} is open at a time. Safe for use by several threads.
 */
public interface SoundOutput extends AutoCloseable {
  Kind kind();

  /**
   * Opens a stream of mono 16 bit samples. Never throws for a device that is missing or gone: then
   * nothing is heard, and that was said once.
   *
   * @param rate samples a second
   * @param words what is said; empty for a recording. For logs only.
   */
  Voice open(int rate, Track track, String words);

  @Override
  void close();

  /** Whether sound is really heard. */
  enum Kind {
    DEVICE,
    FILES,
    NONE;

    /** Whether sound takes the time that it lasts. */
    public boolean paced() {
      return this == DEVICE;
    }
  }

  /** What is heard. */
  enum Track {
    SPEECH,
    TASK
  }

  /** One stream of sound. One thread writes; any thread may stop it. */
  interface Voice extends AutoCloseable {
    /** Blocks while the device's buffer is full; returns at once for files and for none. */
    void write(short[] samples, int length);

    /** Waits until all is heard, or the voice is stopped. */
    void drain();

    /**
     * Silence at once (within 30 ms); what was not heard is dropped, and what is written later too.
     */
    void stop();

    /** Samples that were really heard since opening. */
    long heard();

    @Override
    void close();
  }
}
