package dev.hark.hub.work;

import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.task.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One task that somebody did in the past.
 *
 * @param workerId who, see {@code Accounts.registerPastWorkers}
 * @param accepted when they took it
 * @param took how long until they handed it in, at least a millisecond
 * @param answer what they answered; fits the first question of the group
 * @param decision what became of it
 * @param decidedAfter how long after it was handed in; ignored while undecided
 * @param opinion their review about the group, written a day after they handed it in; a later one
 *     of the same worker replaces it
 */
public record PastWork(
    String workerId,
    Instant accepted,
    Duration took,
    Answer answer,
    Decision decision,
    Duration decidedAfter,
    Optional<Opinion> opinion) {

  /** What became of an answer. */
  public sealed interface Decision {
    /** It was approved and paid. */
    record Approved() implements Decision {}

    /** It was rejected. */
    record Rejected(String reason) implements Decision {}

    /** Nobody decided yet; it will be approved when its time has come. */
    record Undecided() implements Decision {}
  }

  public PastWork {
    if (took.toMillis() < 1 || decidedAfter.isNegative()) {
      throw new IllegalArgumentException("no time: " + took + ", " + decidedAfter);
    }
  }

  Instant submitted() {
    return accepted.plus(took);
  }

  Instant decided() {
    return submitted().plus(decidedAfter);
  }
}
