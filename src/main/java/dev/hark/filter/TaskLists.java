package dev.hark.filter;

import dev.hark.task.TaskGroup;
import java.util.Optional;

/**
 * What a worker never wants to see, and what they want to see whatever filters say. A block wins
 * over an include; an include wins over filters, never over senses.
 *
 * @param blocked never shown
 * @param included shown, whatever filters say
 */
public record TaskLists(ListRules blocked, ListRules included) {
  /** Nothing is blocked and nothing is included. */
  public static final TaskLists NONE = new TaskLists(ListRules.NONE, ListRules.NONE);

  /** What includes a group, unless something blocks it. */
  public Optional<ListRule> including(TaskGroup group) {
    return blocked.matching(group).isPresent() ? Optional.empty() : included.matching(group);
  }
}
