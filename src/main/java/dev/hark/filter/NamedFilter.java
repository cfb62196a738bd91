package dev.hark.filter;

import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.util.List;
import java.util.Optional;

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

  @Override
  public List<Check> explain(Facts facts) {
    return filter.explain(facts);
  }

  @Override
  public List<Sentence> conditions(Optional<Money> floor) {
    return filter.conditions(floor);
  }
}
