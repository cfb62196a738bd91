package dev.hark.speech.listen;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Turns speech into words, on this computer. Used by one thread at a time; at most one {@link
 * Hearing} is open.
 */
public interface Recognizer extends AutoCloseable {
  /** Samples a second of all that is heard: mono, 16 bit. */
  int RATE = 16_000;

  /** A name for {@code hark doctor}: {@code sphinx4}, {@code pocketsphinx}, {@code vosk}. */
  String name();

  /** Whether it can be trusted with speech of this language. */
  boolean understands(Locale language);

  /**
   * Loads what the first word needs. Takes seconds, the first time.
   *
   * @throws dev.hark.fault.Fault.BadFile where the engine or its model cannot be used
   */
  default void prepare() {}

  /**
   * Begins to hear somebody speak.
   *
   * @param partial told what is understood so far, all of it each time; from any thread, and never
   *     by engines that only know at the end
   * @throws dev.hark.fault.Fault.BadFile where the engine or its model cannot be used
   */
  Hearing begin(Consumer<Hypothesis> partial);

  @Override
  void close();

  /** One piece of speech on its way into words. */
  interface Hearing {
    /**
     * @param samples at {@link #RATE}; may be used again after the call
     * @param length how many of them count
     */
    void hear(short[] samples, int length);

    /**
     * Nothing more is said.
     *
     * @return all that was understood
     * @throws dev.hark.fault.Fault.BadFile where the engine failed
     */
    Hypothesis end();

    /** What was said is not wanted any more. */
    void abandon();
  }
}
