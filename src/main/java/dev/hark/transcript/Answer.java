package dev.hark.transcript;

import java.util.ArrayList;
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
    List<Token> tokens = language.getLanguage().equals("en") ? EnglishTokens.of(text) : plain(text);
    return new Answer(worker, tokens.size() > MOST_WORDS ? tokens.subList(0, MOST_WORDS) : tokens);
  }

  private static List<Token> plain(String text) {
    List<Token> tokens = new ArrayList<>();
    for (String part : text.split("\\s+", -1)) {
      String word = Words.word(part);
      if (!word.isEmpty()) {
        tokens.add(new Token(word, part));
      }
    }
    return tokens;
  }
}
