package dev.hark.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A requirement of a task group that a worker does not meet: what is wanted, what the worker has,
 * and what would help.
 *
 * @param qualification id of the qualification
 * @param name in its owner's words: hostile until proven otherwise; empty for those of the market
 *     itself
 * @param comparison how values are compared
 * @param values what is wanted; empty for a place
 * @param places countries and regions that are wanted; empty for numbers
 * @param has the worker's value, empty where they have none
 * @param lives the country or region that the worker declared, where a place is wanted
 * @param remedy what would help
 * @param count questions of the test, or approved answers that are missing; 0 elsewhere
 * @param from from when on it may be asked for again, where the remedy is to wait
 */
public record Unmet(
    String qualification,
    String name,
    Comparison comparison,
    List<Long> values,
    List<String> places,
    Optional<Long> has,
    Optional<String> lives,
    Remedy remedy,
    int count,
    Optional<Instant> from) {
  public Unmet {
    values = List.copyOf(values);
    places = List.copyOf(places);
  }

  /** Whether the worker can do anything about it by themselves. */
  public boolean canBeMet() {
    return switch (remedy) {
      case TEST, ASK, TAKE, PENDING, WAIT, MORE_APPROVED, DECLARE -> true;
      case OWNER, NONE -> false;
    };
  }
}
