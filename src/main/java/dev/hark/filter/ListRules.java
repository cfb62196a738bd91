package dev.hark.filter;

import dev.hark.task.TaskGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that can be asked quickly: what a task costs does not grow with the number of requesters,
 * groups and single words, and a pattern reads a title once, from left to right. Case never counts.
 */
public final class ListRules {
  /** No rule. */
  public static final ListRules NONE = new ListRules(List.of());

  private final Map<String, ListRule> requesters = new HashMap<>();
  private final Map<String, ListRule> groups = new HashMap<>();
  private final Map<String, ListRule> words = new HashMap<>();
  private final Map<String, ListRule> phrases = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final boolean empty;

  public ListRules(List<ListRule> rules) {
    empty = rules.isEmpty();
    for (ListRule rule : rules) {
      String value = ListRule.small(rule.value());
      switch (rule.kind()) {
        case REQUESTER -> requesters.putIfAbsent(value, rule);
        case GROUP -> groups.putIfAbsent(value, rule);
        case WORD -> {
          String spaced = spaced(value);
          (spaced.strip().contains(" ") ? phrases : words).putIfAbsent(spaced, rule);
        }
        case PATTERN -> patterns.add(new Pattern(rule, value.split("\\*", -1)));
      }
    }
  }

  /** The first rule that a task group meets. */
  public Optional<ListRule> matching(TaskGroup group) {
    if (empty) {
      return Optional.empty();
    }
    String name = ListRule.small(group.requester().name());
    String title = ListRule.small(group.title());
    Optional<ListRule> named =
        first(requesters, ListRule.small(group.requester().id()), name)
            .or(() -> first(groups, ListRule.small(group.id()), title));
    if (named.isPresent() || (words.isEmpty() && phrases.isEmpty() && patterns.isEmpty())) {
      return named;
    }
    return worded(group, title)
        .or(
            () ->
                patterns.stream()
                    .filter(pattern -> pattern.matches(title) || pattern.matches(name))
                    .map(Pattern::rule)
                    .findFirst());
  }

  private Optional<ListRule> worded(TaskGroup group, String title) {
    if (words.isEmpty() && phrases.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>(List.of(spaced(title)));
    group.keywords().forEach(keyword -> texts.add(spaced(ListRule.small(keyword))));
    for (String text : texts) {
      for (String word : text.strip().split(" ", -1)) {
        ListRule rule = words.get(" " + word + " ");
        if (rule != null) {
          return Optional.of(rule);
        }
      }
      for (Map.Entry<String, ListRule> phrase : phrases.entrySet()) {
        if (text.contains(phrase.getKey())) {
          return Optional.of(phrase.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ListRule> first(Map<String, ListRule> rules, String... keys) {
    for (String key : keys) {
      ListRule rule = rules.get(key);
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Words with one blank before, between and behind them; signs are no part of a word. */
  private static String spaced(String text) {
    StringBuilder spaced = new StringBuilder(" ");
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)
                  || Character.getType(c) == Character.NON_SPACING_MARK) {
                spaced.appendCodePoint(c);
              } else if (spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
              }
            });
    return spaced.charAt(spaced.length() - 1) == ' '
        ? spaced.toString()
        : spaced.append(' ').toString();
  }

  /**
   * @param pieces what stands between the stars
   */
  private record Pattern(ListRule rule, String[] pieces) {
    /** Each piece is looked for once, behind the one before: there is nothing to go back for. */
    boolean matches(String text) {
      String last = pieces[pieces.length - 1];
      if (pieces.length == 1) {
        return text.equals(last);
      }
      if (!text.startsWith(pieces[0])) {
        return false;
      }
      int at = pieces[0].length();
      for (int i = 1; i < pieces.length - 1; i++) {
        int found = text.indexOf(pieces[i], at);
        if (found < 0) {
          return false;
        }
        at = found + pieces[i].length();
      }
      return text.length() - last.length() >= at && text.endsWith(last);
    }
  }
}
