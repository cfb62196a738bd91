package dev.hark.filter;

import dev.hark.task.Need;
import java.util.List;
import java.util.Set;

/** Hides what needs a sense or a device that the worker does not have. Needs no filter file. */
public final class SensesFilter implements TaskFilter {
  @Override
  public Verdict judge(Facts facts) {
    Set<Need> lacking = facts.me().lacks(facts.group());
    return lacking.isEmpty()
        ? new Verdict.Kept()
        : new Verdict.Hidden(List.of(FactWords.needs(lacking)));
  }
}
