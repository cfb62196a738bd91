package dev.hark.speech;

/**
 * Where speech goes. The front end joins it to the sound output and to who has the floor there.
 * Safe for use by several threads.
 */
public interface Speaker {
  /**
   * Opens a stream for one utterance; never fails.
   *
   * @param rate samples a second
   */
  Stream open(int rate, Utterance utterance);

  /** Told when an engine that plays on a device of its own begins to be heard. */
  default Stream elsewhere(Utterance utterance) {
    return Unheard.STREAM;
  }

  /** Whether sound takes the time that it lasts. Where it does not, nothing needs interrupting. */
  boolean paced();

  /**
   * Told, at once and before it is spoken, when there is speech that somebody waits for (an answer,
   * an alert, that somebody has to wait), and when there is none any more. Must return at once.
   */
  void wanted(boolean wanted);

  /** Whether speech that nobody waits for (progress, news) may be spoken now. */
  boolean quiet();

  /** The sound of one utterance. One thread writes; any thread may stop it. */
  interface Stream extends AutoCloseable {
    /** What is written from now on is of the voice for this purpose. */
    default void voice(Purpose purpose) {}

    /** Blocks while the device's buffer is full. */
    void write(short[] samples, int length);

    /** Waits until all is heard, or the stream is stopped. */
    void drain();

    /** Silence at once. */
    void stop();

    @Override
    void close();
  }

  /** A stream into nothing. */
  enum Unheard implements Stream {
    STREAM;

    @Override
    public void write(short[] samples, int length) {}

    @Override
    public void drain() {}

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }
}
