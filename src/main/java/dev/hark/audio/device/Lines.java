package dev.hark.audio.device;

import javax.sound.sampled.SourceDataLine;

/** Where the lines of a device come from. */
@FunctionalInterface
interface Lines {
  /** How it went. */
  sealed interface Result {}

  record Open(SourceDataLine line) implements Result {}

  /** There is a device, but it cannot be opened now. */
  record Busy() implements Result {}

  record Absent() implements Result {}

  /**
   * Opens one; takes at most two seconds.
   *
   * @param rate samples a second
   */
  Result open(int rate);
}
