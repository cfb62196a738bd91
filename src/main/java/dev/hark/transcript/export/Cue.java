package dev.hark.transcript.export;

import java.util.List;

/**
 * What stands on a screen for a while.
 *
 * @param startMillis from the begin of the recording
 * @param endMillis after the start
 * @param lines one or two
 */
record Cue(long startMillis, long endMillis, List<String> lines) {
  Cue {
    lines = List.copyOf(lines);
  }
}
