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
}
