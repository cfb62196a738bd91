package dev.hark.market;

import dev.hark.task.Question;
import java.time.Instant;
import java.util.Optional;

/**
 * A test that a worker takes.
 *
 * @param id the market's id
 * @param qualification id of what it is for
 * @param name of what it is for
 * @param form its questions
 * @param state where it stands
 * @param deadline when its time ends
 * @param points what it earned; 0 before it was handed in
 * @param most the most that can be earned
 * @param value what was granted for it; empty where nothing
 * @param again from when on it may be taken again; empty where it may not
 */
public record QualifyingTest(
    String id,
    String qualification,
    String name,
    Question.Form form,
    State state,
    Instant deadline,
    long points,
    long most,
    Optional<Long> value,
    Optional<Instant> again) {

  /** Where a test stands. */
  public enum State {
    OPEN,
    EXPIRED,
    PASSED,
    FAILED
  }
}
