package dev.hark.speech;

/**
 * Takes sound as it is made.
 *
 * <p>Samples are mono, 16 bit, in the machine's order.
 */
@FunctionalInterface
public interface Pcm {
  /**
   * @param samples a buffer that the caller may use again after the call
   * @param length how many of them count
   * @param rate samples a second; the same in every call for one utterance
   * @return false to stop the synthesis
   */
  boolean write(short[] samples, int length, int rate);

  /**
   * For an engine that plays on a device of its own, in place of {@link #write}: called when it is
   * heard, and again at least every second while it is.
   *
   * @return false to stop
   */
  default boolean elsewhere() {
    return wanted();
  }

  /** Whether anybody still listens. */
  default boolean wanted() {
    return true;
  }

  /**
   * @param stop run once, on another thread, when nobody listens any more; at once where that is so
   *     already. Must not wait. There is one for each utterance, the last that was given.
   */
  default void onStop(Runnable stop) {}
}
