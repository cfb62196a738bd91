package dev.hark.speech.listen;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a recogniser believes was said.
 *
 * @param words in their order; empty where nothing was understood
 */
public record Hypothesis(List<Word> words) {
  /** Nothing was understood. */
  public static final Hypothesis NOTHING = new Hypothesis(List.of());

  public Hypothesis {
    words = List.copyOf(words);
  }

  /**
   * One word.
   *
   * @param text in small letters
   * @param confidence how sure the recogniser is, 0 to 1
   */
  public record Word(String text, double confidence) {
    public Word {
      if (text.isBlank() || !(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException(text + " at " + confidence);
      }
    }
  }

  /** All words with a space between them. */
  public String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }
}
