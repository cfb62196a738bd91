package dev.hark.speech.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing that differs from how it is said. Its form is compiled when a text may first
 * have it, since a session has to be heard soon after its start.
 */
final class Notation {
  /** No letter and no digit follows. */
  static final String END = "(?![\\p{L}\\p{N}])";

  private final String form;
  private final Function<MatchResult, @Nullable String> said;
  private final Set<Integer> beginnings;
  private volatile @Nullable Pattern compiled;

  private Notation(
      String form, Set<Integer> beginnings, Function<MatchResult, @Nullable String> said) {
    this.form = form;
    this.beginnings = beginnings;
    this.said = said;
  }

  /**
   * @param form what it looks like from its first character on; must not look further than a bound
   * @param said what is said for it; null where it only looks like one
   */
  static Notation of(String form, Function<MatchResult, @Nullable String> said) {
    return new Notation(form, Set.of(), said);
  }

  /** The same, known to begin like one of these. */
  Notation beginning(Iterable<String> texts) {
    Set<Integer> first = new HashSet<>();
    texts.forEach(text -> first.add(text.codePointAt(0)));
    return new Notation(form, first, said);
  }

  /** What is said for what stands at this place; null where it is not written this way. */
  Notations.@Nullable Found at(String text, int from) {
    if (!beginnings.isEmpty() && !beginnings.contains(text.codePointAt(from))) {
      return null;
    }
    Matcher matcher = pattern().matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false).region(from, text.length());
    if (!matcher.lookingAt() || matcher.end() == from) {
      return null;
    }
    String words = said.apply(matcher);
    return words == null ? null : new Notations.Found(words, matcher.end());
  }

  private Pattern pattern() {
    Pattern ready = compiled;
    if (ready == null) {
      ready = Pattern.compile(form);
      compiled = ready;
    }
    return ready;
  }

  /** Any of these as they stand, the longest first. */
  static String anyOf(Iterable<String> texts) {
    List<String> sorted = new ArrayList<>();
    texts.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return sorted.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }
}
