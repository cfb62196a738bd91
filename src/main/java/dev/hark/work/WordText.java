package dev.hark.work;

import dev.hark.task.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as words with their places. A word is what stands between spaces; a mark such as {@code
 * [no speech]} is one. Changes leave the spaces elsewhere as they are.
 */
record WordText(String text, List<Word> words) {
  private static final Pattern WORD =
      Pattern.compile(
          Arrays.stream(Mark.values())
                  .map(mark -> Pattern.quote(mark.written()))
                  .collect(Collectors.joining("|", "(?i:", ")"))
              + "|\\S+");

  /**
   * A word.
   *
   * @param from index of its first character in the text
   * @param to behind its last
   */
  record Word(String text, int from, int to) {}

  WordText {
    words = List.copyOf(words);
  }

  static WordText of(String text) {
    List<Word> words = new ArrayList<>();
    for (MatchResult found : WORD.matcher(text).results().toList()) {
      words.add(new Word(found.group(), found.start(), found.end()));
    }
    return new WordText(text, words);
  }

  int count() {
    return words.size();
  }

  /** The words alone. */
  List<String> strings() {
    return words.stream().map(Word::text).toList();
  }

  String word(int index) {
    return words.get(index).text();
  }

  /** Some words as they stand. */
  String part(int from, int to) {
    return from >= to ? "" : text.substring(words.get(from).from(), words.get(to - 1).to());
  }

  /** Index of the word at a place in the text, or of the one before it; 0 before the first. */
  int at(int place) {
    int index = 0;
    while (index + 1 < words.size() && words.get(index + 1).from() <= place) {
      index++;
    }
    return index;
  }

  /** With other words in the place of some; nothing in their place takes a space away too. */
  WordText replaced(int from, int to, String by) {
    if (by.isEmpty()) {
      return removed(from, to);
    }
    if (words.isEmpty()) {
      return of(by);
    }
    if (from >= words.size()) {
      return of(text.stripTrailing() + " " + by);
    }
    String before = text.substring(0, words.get(from).from());
    String after =
        from == to
            ? " " + text.substring(words.get(from).from())
            : text.substring(words.get(to - 1).to());
    return of(before + by + after);
  }

  private WordText removed(int from, int to) {
    if (from >= to) {
      return this;
    }
    int start = from == 0 ? 0 : words.get(from - 1).to();
    int end = to == words.size() ? text.length() : words.get(to).from();
    String between = from == 0 || to == words.size() ? "" : " ";
    return of(text.substring(0, start) + between + text.substring(end));
  }

  /** Index of the first of some words that follow each other, nearest to a place; -1 for none. */
  int find(List<String> wanted, int near) {
    int best = -1;
    for (int from = 0; from + wanted.size() <= words.size(); from++) {
      if (matches(wanted, from) && (best < 0 || Math.abs(from - near) < Math.abs(best - near))) {
        best = from;
      }
    }
    return best;
  }

  private boolean matches(List<String> wanted, int from) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!Spelling.core(words.get(from + i).text())
          .equalsIgnoreCase(Spelling.core(wanted.get(i)))) {
        return false;
      }
    }
    return !wanted.isEmpty();
  }
}
