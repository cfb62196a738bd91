package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at a test, as the owner of the qualification sees it.
 *
 * @param id stable id
 * @param worker the worker's stable id as the caller knows them; nothing else is known of them
 * @param number 1 for the worker's first try
 * @param state {@code OPEN}, {@code EXPIRED}, {@code PASSED} or {@code FAILED}
 * @param started when
 * @param deadline when its time ends
 * @param submitted when it was handed in, absent before
 * @param points what it earned, absent before
 * @param most the most that can be had
 * @param value what was granted for it, absent where nothing
 */
public record TestAttemptJson(
    String id,
    String worker,
    int number,
    String state,
    Instant started,
    Instant deadline,
    @Nullable Instant submitted,
    @Nullable Long points,
    long most,
    @Nullable Long value) {

  /** The same, where the worker appears by another id. */
  public TestAttemptJson of(String shown) {
    return new TestAttemptJson(
        id, shown, number, state, started, deadline, submitted, points, most, value);
  }
}
