package dev.hark.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the words of answers; what it read before it knows again. For one thread. */
final class TokenReader {
  /** Different ones that are kept. */
  private static final int MOST_KNOWN = 2_000_000;

  private final boolean english;
  private final Map<String, List<Token>> known = new HashMap<>();

  /**
   * @param language of the answers; in English, numbers and titles count as they are spoken
   */
  TokenReader(Locale language) {
    english = language.getLanguage().equals("en");
  }

  /** The words of a text, at most {@link Answer#MOST_WORDS}. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    String plain =
        english && hasSpokenSigns(text)
            ? text.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace("&", " and ")
                .replace("%", " percent ")
            : text;
    int from = 0;
    for (int i = 0; i <= plain.length() && tokens.size() < Answer.MOST_WORDS; i++) {
      if (i == plain.length() || separates(plain.charAt(i))) {
        if (i > from) {
          List<Token> part = part(plain.substring(from, i));
          for (int k = 0; k < part.size(); k++) {
            tokens.add(part.get(k));
          }
        }
        from = i + 1;
      }
    }
    return tokens.size() > Answer.MOST_WORDS ? tokens.subList(0, Answer.MOST_WORDS) : tokens;
  }

  /**
   * The same of words of which a recogniser said how sure it was.
   *
   * @param confidences as many as words, 0 to 1
   */
  List<Token> tokens(List<String> words, List<Double> confidences) {
    List<Token> sure = new ArrayList<>();
    for (int i = 0; i < words.size() && sure.size() < Answer.MOST_WORDS; i++) {
      double confidence = confidences.get(i);
      tokens(words.get(i)).forEach(token -> sure.add(token.with(confidence)));
    }
    return sure.subList(0, Math.min(sure.size(), Answer.MOST_WORDS));
  }

  private static boolean hasSpokenSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '%' || c == '\u2018' || c == '\u2019') {
        return true;
      }
    }
    return false;
  }

  private boolean separates(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || (english && (c == '-' || c == '/' || (c >= '\u2010' && c <= '\u2015')));
  }

  private List<Token> part(String part) {
    List<Token> tokens = known.get(part);
    if (tokens == null) {
      tokens = english ? EnglishTokens.of(part) : plain(part);
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      known.put(part, tokens);
    }
    return tokens;
  }

  private static List<Token> plain(String part) {
    String word = Words.word(part);
    return word.isEmpty() ? List.of() : List.of(new Token(word, part));
  }
}
