package dev.hark.filter;

import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.util.List;
import java.util.Optional;

/** Decides which tasks are kept. Safe for use by several threads. */
@FunctionalInterface
public interface TaskFilter {
  Verdict judge(Facts facts);

  /** How a task stands to each condition of the filter, in the order in which they are written. */
  default List<Check> explain(Facts facts) {
    Sentence whole = Sentence.of("condition.whole");
    return switch (judge(facts)) {
      case Verdict.Kept() -> List.of(new Check(whole, true, Sentence.of("condition.met")));
      case Verdict.Hidden(List<Sentence> reasons) ->
          reasons.stream().map(reason -> new Check(whole, false, reason)).toList();
    };
  }

  /**
   * The conditions of {@link #explain}, for a worker and no task.
   *
   * @param floor the worker's
   */
  default List<Sentence> conditions(Optional<Money> floor) {
    return List.of(Sentence.of("condition.whole"));
  }
}
