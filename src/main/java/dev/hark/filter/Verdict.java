package dev.hark.filter;

import dev.hark.fault.Sentence;
import java.util.List;

/** Kept, or hidden with reasons that can be spoken. */
public sealed interface Verdict {
  /** The task stays in the list. */
  record Kept() implements Verdict {}

  /**
   * The task is hidden.
   *
   * @param reasons at least one, the first the weightiest
   */
  record Hidden(List<Sentence> reasons) implements Verdict {
    public Hidden {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a hidden task needs a reason");
      }
    }
  }
}
