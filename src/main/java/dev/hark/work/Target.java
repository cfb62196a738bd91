package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which words of a text are meant, and what words are given: {@code 3 there}, {@code their with
 * there}, {@code there} for the word where somebody is.
 *
 * @param from index of the first word that is meant
 * @param to behind the last
 * @param words what was given; empty where nothing was
 * @param fault why nothing is meant, in which case the rest means nothing
 */
record Target(int from, int to, String words, Optional<Sentence> fault) {
  private static final Set<String> BETWEEN = Set.of("with", "by", "door", "met");

  private static Target of(int from, int to, List<String> words) {
    return new Target(from, to, String.join(" ", words), Optional.empty());
  }

  private static Target fault(String key, Object... args) {
    return new Target(0, 0, "", Optional.of(Sentence.of(key, args)));
  }

  /** A word and what comes in its place or beside it. */
  static Target withWords(WordText text, int cursor, String argument) {
    List<String> said = tokens(argument);
    int between = between(said);
    if (between > 0) {
      List<String> wanted = said.subList(0, between);
      int from = text.find(wanted, cursor);
      if (from >= 0) {
        return of(from, from + wanted.size(), said.subList(between + 1, said.size()));
      }
      if (!isNumber(said.getFirst())) {
        return fault("edit.not-there", String.join(" ", wanted));
      }
    }
    if (!said.isEmpty() && isNumber(said.getFirst())) {
      int rest = between == 1 ? 2 : 1;
      return WordNumber.of(said.getFirst(), text.count())
          .map(number -> of(number - 1, number, said.subList(rest, said.size())))
          .orElseGet(() -> fault("edit.no-such-word", said.getFirst(), text.count()));
    }
    return of(cursor, cursor + 1, said);
  }

  /** A word, a number, or the first and the last number of several words. */
  static Target alone(WordText text, int cursor, String argument) {
    List<String> said = tokens(argument.replaceAll("(?<=[0-9])-(?=[0-9])", " "));
    if (said.isEmpty()) {
      return of(cursor, cursor + 1, said);
    }
    if (said.size() <= 2 && said.stream().allMatch(Target::isNumber)) {
      Optional<Integer> first = WordNumber.of(said.getFirst(), text.count());
      Optional<Integer> last = WordNumber.of(said.getLast(), text.count());
      if (first.isPresent() && last.isPresent() && first.get() <= last.get()) {
        return of(first.get() - 1, last.get(), List.of());
      }
      return fault("edit.no-such-word", argument.strip(), text.count());
    }
    int from = text.find(said, cursor);
    return from < 0
        ? fault("edit.not-there", argument.strip())
        : of(from, from + said.size(), List.of());
  }

  private static List<String> tokens(String argument) {
    String said = argument.strip();
    return said.isEmpty() ? List.of() : Arrays.asList(said.split("\\s+"));
  }

  private static int between(List<String> said) {
    for (int i = 1; i < said.size() - 1; i++) {
      if (BETWEEN.contains(said.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNumber(String token) {
    return token.matches("[0-9]{1,9}");
  }
}
