package dev.hark.transcript;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the answers to a piece say together.
 *
 * @param id the piece's
 * @param words maybe none
 */
public record MergedPiece(String id, List<MergedWord> words) {
  public MergedPiece {
    words = List.copyOf(words);
  }

  /** As it is written. */
  public String text() {
    return words.stream().map(MergedWord::surface).collect(Collectors.joining(" "));
  }
}
