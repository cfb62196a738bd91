package dev.hark.transcript;

import java.util.List;
import java.util.Locale;

/**
 * What one worker heard in one piece.
 *
 * @param worker who, by any stable id
 * @param tokens what they wrote, maybe nothing
 */
public record Answer(String worker, List<Token> tokens) {
  /** Longer answers are taken up to here: about half an hour of speech. */
  public static final int MOST_WORDS = 5_000;

  public Answer {
    tokens = List.copyOf(tokens);
  }

  /**
   * Of a text.
   *
   * @param language of the text; in English, numbers and titles count as they are spoken
   */
  public static Answer of(String worker, String text, Locale language) {
    return new Answer(worker, new TokenReader(language).tokens(text));
  }

  /**
   * Of words of which a recogniser said how sure it was.
   *
   * @param confidences as many as words, 0 to 1
   */
  public static Answer of(
      String worker, List<String> words, List<Double> confidences, Locale language) {
    return new Answer(worker, new TokenReader(language).tokens(words, confidences));
  }
}
