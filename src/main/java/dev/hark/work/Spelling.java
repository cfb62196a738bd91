package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Names letters and punctuation, so that each is heard. */
final class Spelling {
  /** Letters that are easily taken for another, in English and in Dutch. */
  private static final String ALIKE = "bcdegptvzmnfs";

  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry((int) '.', "ear.full-stop"),
          Map.entry((int) ',', "ear.comma"),
          Map.entry((int) '?', "ear.question-mark"),
          Map.entry((int) '!', "ear.exclamation-mark"),
          Map.entry((int) ':', "ear.colon"),
          Map.entry((int) ';', "ear.semicolon"),
          Map.entry((int) '-', "ear.hyphen"),
          Map.entry((int) '\u2010', "ear.hyphen"),
          Map.entry((int) '\u2013', "ear.dash"),
          Map.entry((int) '\u2014', "ear.dash"),
          Map.entry((int) '\'', "ear.apostrophe"),
          Map.entry((int) '\u2019', "ear.apostrophe"),
          Map.entry((int) '\u2018', "ear.apostrophe"),
          Map.entry((int) '"', "ear.quote"),
          Map.entry((int) '\u201c', "ear.quote"),
          Map.entry((int) '\u201d', "ear.quote"),
          Map.entry((int) '(', "ear.bracket-opens"),
          Map.entry((int) ')', "ear.bracket-closes"),
          Map.entry((int) '[', "ear.square-opens"),
          Map.entry((int) ']', "ear.square-closes"),
          Map.entry((int) '<', "ear.less"),
          Map.entry((int) '>', "ear.greater"),
          Map.entry((int) '\u2026', "ear.three-dots"),
          Map.entry((int) '/', "ear.slash"),
          Map.entry((int) '\u20ac', "ear.euro"),
          Map.entry((int) '$', "ear.dollar"),
          Map.entry((int) '\u00a3', "ear.pound"),
          Map.entry((int) '%', "ear.percent"),
          Map.entry((int) '+', "ear.plus"),
          Map.entry((int) '=', "ear.equals"),
          Map.entry((int) '&', "ear.ampersand"),
          Map.entry((int) '@', "ear.at"),
          Map.entry((int) '#', "ear.hash"),
          Map.entry((int) '*', "ear.asterisk"),
          Map.entry((int) '_', "ear.underscore"),
          Map.entry((int) '\u00b0', "ear.degree"));

  private Spelling() {}

  /** A word without the punctuation around it. */
  static String core(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetterOrDigit(word.codePointAt(from))) {
      from += Character.charCount(word.codePointAt(from));
    }
    while (to > from && !Character.isLetterOrDigit(word.codePointBefore(to))) {
      to -= Character.charCount(word.codePointBefore(to));
    }
    return word.substring(from, to);
  }

  /** The name of a sign, or the sign itself. */
  static Object sign(int codePoint) {
    String key = SIGNS.get(codePoint);
    return key == null ? Character.toString(codePoint) : Sentence.of(key);
  }

  /**
   * Each character with a space between: {@code t h e i r}, {@code capital d a w n}. Where a digit
   * is among them, commas are too: {@code 5 m} would be heard as a length.
   */
  static Object letters(String word, ByEar.Alphabet alphabet) {
    List<Object> letters = new ArrayList<>();
    word.codePoints().forEach(c -> letters.add(letter(c, alphabet)));
    String between = word.codePoints().anyMatch(Character::isDigit) ? "ear.with" : "ear.then";
    return joined(letters, (one, other) -> Sentence.of(between, one, other), "");
  }

  private static Object letter(int c, ByEar.Alphabet alphabet) {
    if (!Character.isLetterOrDigit(c)) {
      return sign(c);
    }
    String small = Character.toString(c).toLowerCase(Locale.ROOT);
    boolean named =
        small.matches("[a-z]")
            && switch (alphabet) {
              case OFF -> false;
              case ALIKE -> ALIKE.contains(small);
              case ALL -> true;
            };
    Object name = named ? Sentence.of("ear.letter-" + small) : small;
    return Character.isUpperCase(c) ? Sentence.of("ear.capital", name) : name;
  }

  /** All in one, as a tree that is not deep however many there are. */
  static Object joined(List<Object> parts, BinaryOperator<Object> two, Object none) {
    if (parts.isEmpty()) {
      return none;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int middle = parts.size() / 2;
    return two.apply(
        joined(parts.subList(0, middle), two, none),
        joined(parts.subList(middle, parts.size()), two, none));
  }
}
