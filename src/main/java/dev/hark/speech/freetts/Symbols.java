package dev.hark.speech.freetts;

import java.util.Map;

/** Signs that FreeTTS drops or stumbles over, in words where they carry meaning. */
final class Symbols {
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry((int) '&', " and "),
          Map.entry((int) '@', " at "),
          Map.entry((int) '+', " plus "),
          Map.entry((int) '=', " equals "),
          Map.entry((int) '×', " times "),
          Map.entry((int) '÷', " divided by "),
          Map.entry((int) '°', " degrees "),
          Map.entry((int) '~', " about "),
          Map.entry((int) '≈', " about "),
          Map.entry((int) '<', " less than "),
          Map.entry((int) '>', " more than "),
          Map.entry((int) '#', " number "),
          Map.entry((int) '\\', " backslash "),
          Map.entry((int) '€', " euro "),
          Map.entry((int) '£', " pound "),
          Map.entry((int) '₹', " rupee "),
          Map.entry((int) '¥', " yen "),
          Map.entry((int) '→', ", "),
          Map.entry((int) '•', ", "),
          Map.entry((int) '·', ", "),
          Map.entry((int) '–', ", "),
          Map.entry((int) '—', ", "),
          Map.entry((int) '|', ", "),
          Map.entry((int) '_', " "),
          Map.entry((int) '*', " "),
          Map.entry((int) '^', " "),
          Map.entry((int) '`', " "),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"));

  private Symbols() {}

  static String inWords(String text) {
    StringBuilder words = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String word = WORDS.get(c);
              if (word == null) {
                words.appendCodePoint(c);
              } else {
                words.append(word);
              }
            });
    // A slash between words is said; one between digits is a fraction, which FreeTTS knows.
    return words
        .toString()
        .replaceAll("(?<=[A-Za-z])\\s?/\\s?(?=[A-Za-z])", " slash ")
        .replaceAll("(?<=\\d)\\s/\\s(?=\\d)", " of ")
        .replaceAll("(?<=\\d)-(?=\\d)", " to ");
  }
}
