package dev.hark.speech.listen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A closed set of phrases, of which one is said at a time. None is the beginning of another, so
 * that a phrase is known as soon as it has been said.
 *
 * @param phrases in small letters, their words one space apart
 */
public record Grammar(List<String> phrases) {
  public Grammar {
    phrases = List.copyOf(phrases);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("a grammar needs a phrase");
    }
    for (String phrase : phrases) {
      if (!phrase.matches("[\\p{Ll}\\p{M}'-]+( [\\p{Ll}\\p{M}'-]+)*")
          || !phrase.equals(phrase.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("no phrase to say: " + phrase);
      }
    }
    Set<String> sorted = new TreeSet<>(phrases);
    if (sorted.size() != phrases.size()) {
      throw new IllegalArgumentException("a phrase stands there twice");
    }
    String before = "";
    for (String phrase : sorted) {
      if (!before.isEmpty() && phrase.startsWith(before + " ")) {
        throw new IllegalArgumentException(before + " is the beginning of " + phrase);
      }
      before = phrase;
    }
  }

  /** All words that occur, each once. */
  public Set<String> words() {
    return phrases.stream()
        .flatMap(phrase -> List.of(phrase.split(" ", -1)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * In the Java Speech Grammar Format, version 1.0.
   *
   * @param name of the grammar
   */
  public String jsgf(String name) {
    return phrases.stream()
        .collect(
            Collectors.joining(
                "\n  | ",
                "#JSGF V1.0;\n\ngrammar " + name + ";\n\npublic <command> =\n    ",
                "\n  ;\n"));
  }
}
