package dev.hark.transcript.join;

import dev.hark.transcript.MergedWord;
import java.util.List;

/**
 * A merged piece and where it lies in its recording.
 *
 * @param id the piece's
 * @param startMillis from the begin of the recording
 * @param endMillis not before the start; later than the next segment's start where the two overlap
 * @param words in order, maybe none
 */
public record Segment(
    String id, long startMillis, long endMillis, List<MergedWord> words, Note note) {
  public Segment {
    if (startMillis < 0 || endMillis < startMillis) {
      throw new IllegalArgumentException("a piece ends after it starts");
    }
    words = List.copyOf(words);
  }
}
