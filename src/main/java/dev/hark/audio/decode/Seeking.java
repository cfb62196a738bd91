package dev.hark.audio.decode;

import java.io.IOException;

/** Finds where in a file of some kind to begin, so that a place can be heard without the rest. */
interface Seeking {
  /** How many frames there are, as far as the file tells. */
  long frames();

  /** Begins to decode at a frame, or not far before it. */
  Begun at(long frame) throws IOException;

  /**
   * A stream that was begun somewhere.
   *
   * @param first index of the frame that it gives first; may be below 0, where what it gives before
   *     frame 0 is to be left out
   */
  record Begun(SoundStream stream, long first) {}
}
