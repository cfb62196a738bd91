package dev.hark.hub.commons;

import dev.hark.task.Money;
import java.util.Optional;

/** What a requester's work really paid, by the times that it took on this hub. */
@FunctionalInterface
public interface Wages {
  /** Knows nobody's times: nothing is said, and never zero. */
  Wages UNKNOWN = requesterId -> Optional.empty();

  /**
   * Sums over answers with a time.
   *
   * @param reward what was paid for them, all in one currency
   * @param seconds how long they took, more than 0
   * @param answers how many they are
   */
  record Sum(Money reward, long seconds, int answers) {}

  /** Empty where nobody's time is known. */
  Optional<Sum> of(String requesterId);
}
