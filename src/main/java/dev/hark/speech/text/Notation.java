package dev.hark.speech.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing that differs from how it is said.
 *
 * @param form what it looks like from its first character on; must not look further than a bound
 * @param said what is said for it; null where it only looks like one
 */
record Notation(Pattern form, Function<MatchResult, @Nullable String> said) {
  /** No letter and no digit follows. */
  static final String END = "(?![\\p{L}\\p{N}])";

  static Notation of(String form, Function<MatchResult, @Nullable String> said) {
    return new Notation(Pattern.compile(form), said);
  }

  /** Any of these as they stand, the longest first. */
  static String anyOf(Iterable<String> texts) {
    List<String> sorted = new ArrayList<>();
    texts.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return sorted.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }
}
