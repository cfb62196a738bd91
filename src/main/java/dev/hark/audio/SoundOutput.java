package dev.hark.audio;

/**
 * Where sound goes: a device, files, or nowhere. Both speech and task audio go through it; only one
 * {@link Voice} of each kind is open at a time.
 */
public interface SoundOutput extends AutoCloseable {
  /** What a listener should know: the device's name, the folder, or that there is none. */
  Kind kind();

  /**
   * Opens a stream of mono 16 bit samples.
   *
   * @param rate samples a second
   * @param label what is heard, for logs and file names: {@code speech} or {@code task}
   */
  Voice open(int rate, String label);

  @Override
  void close();

  /** Whether sound is really heard. */
  enum Kind {
    DEVICE,
    FILES,
    NONE
  }

  /** One stream of sound. */
  interface Voice extends AutoCloseable {
    /** Blocks while the device's buffer is full; returns at once for files and for none. */
    void write(short[] samples, int length);

    /** Waits until all is heard. */
    void drain();

    /** Silence at once (within 30 ms); what was not heard is dropped. */
    void stop();

    /** Samples that were really heard since opening. */
    long heard();

    @Override
    void close();
  }
}
