package dev.hark.filter;

import dev.hark.fault.Sentence;

/**
 * A filter that can be called by name.
 *
 * @param id as it is typed, such as {@code fair-pay}
 * @param name as it is said, such as "fair pay"
 * @param filter decides
 */
public record NamedFilter(String id, Sentence name, TaskFilter filter) implements TaskFilter {
  @Override
  public Verdict judge(Facts facts) {
    return filter.judge(facts);
  }
}
