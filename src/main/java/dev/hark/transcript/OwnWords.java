package dev.hark.transcript;

import java.util.Arrays;

/**
 * What a piece has added to what is known of words.
 *
 * @param words by number
 * @param confidences by tenth
 */
record OwnWords(WordCounts[] words, WordCounts[] confidences) {
  /** Of a piece that has added nothing. */
  static OwnWords nothing(int words) {
    OwnWords nothing = new OwnWords(new WordCounts[words], new WordCounts[Confidences.TENTHS]);
    Arrays.fill(nothing.words, WordCounts.NONE);
    Arrays.fill(nothing.confidences, WordCounts.NONE);
    return nothing;
  }
}
