package dev.hark.work;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ways to hear an answer again: whole, word by word, spelled. */
final class ReadBack {
  private ReadBack() {}

  static List<String> words(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() ? List.of() : Arrays.asList(trimmed.split("\\s+"));
  }

  /** Word by word, with a full stop for each pause: {@code the . old . lighthouse}. */
  static String wordByWord(String text) {
    return String.join(" . ", words(text));
  }

  /** Each word and its characters: {@code the, t h e. old, o l d}. */
  static String spelled(String text) {
    return words(text).stream()
        .map(word -> word.codePointCount(0, word.length()) == 1 ? word : word + ", " + spaced(word))
        .collect(Collectors.joining(". "));
  }

  private static String spaced(String word) {
    return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }
}
