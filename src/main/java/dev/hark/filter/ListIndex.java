package dev.hark.filter;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which rules are in a list. */
final class ListIndex {
  private final Map<ListRule.Kind, Set<String>> values = new EnumMap<>(ListRule.Kind.class);
  private int size;

  ListIndex(List<ListRule> rules) {
    for (ListRule rule : rules) {
      var _ = add(rule);
    }
  }

  /** Whether it was new. */
  boolean add(ListRule rule) {
    boolean fresh =
        values
            .computeIfAbsent(rule.kind(), kind -> new HashSet<>())
            .add(ListRule.small(rule.value()));
    size += fresh ? 1 : 0;
    return fresh;
  }

  int size() {
    return size;
  }
}
