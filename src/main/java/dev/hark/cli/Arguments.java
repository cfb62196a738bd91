package dev.hark.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line before it is parsed: the command's word, and all else in order. Options that stand
 * before the word belong to the command too.
 *
 * @param word the command; empty where none is named
 * @param rest what the command parses
 */
record Arguments(Optional<String> word, List<String> rest) {
  /** Options of {@code hark} without a word that take a value, so that it is not taken for one. */
  static final Set<String> WITH_VALUE =
      Set.of(
          "--lang",
          "--hub",
          "--sees",
          "--filter",
          "--where",
          "--min-tasks",
          "--max-minutes",
          "--language",
          "--sort",
          "--profile",
          "--sound-to",
          "--sound-from");

  static Arguments of(String... args) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (!arg.startsWith("-")) {
        rest.addAll(0, Arrays.asList(args).subList(i + 1, args.length));
        return new Arguments(Optional.of(arg), List.copyOf(rest));
      }
      rest.add(arg);
      if (WITH_VALUE.contains(arg) && i + 1 < args.length) {
        rest.add(args[++i]);
      }
    }
    return new Arguments(Optional.empty(), List.copyOf(rest));
  }

  boolean has(String option) {
    return rest.contains(option);
  }

  /** The value of an option, as {@code --lang nl} or {@code --lang=nl}. */
  Optional<String> value(String option) {
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i).startsWith(option + "=")) {
        return Optional.of(rest.get(i).substring(option.length() + 1));
      }
      if (rest.get(i).equals(option) && i + 1 < rest.size()) {
        return Optional.of(rest.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
