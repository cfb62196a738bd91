package dev.hark.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as words that can be compared: small letters, white space folded, and nothing but letters,
 * their marks, digits, apostrophes and underscores, as the authors of CrowdSpeech do it
 * (Pavlichenko, Stelmakh, Ustalov, CrowdSpeech and VoxDIY, NeurIPS 2021). A hyphenated word becomes
 * one.
 */
public final class Words {
  private Words() {}

  /** The words of a text, maybe none. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.split("\\s+", -1)) {
      String word = word(part);
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** One word without its signs; empty where it has nothing else. */
  static String word(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (!isPlain(part.charAt(i))) {
        return lettersOf(part);
      }
    }
    return part;
  }

  /** Whether a word of such characters is as it is compared already, as most are. */
  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '\'';
  }

  private static String lettersOf(String part) {
    StringBuilder word = new StringBuilder(part.length());
    part.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || isMark(c) || c == '_' || c == '\'') {
                word.appendCodePoint(c);
              }
            });
    return word.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
