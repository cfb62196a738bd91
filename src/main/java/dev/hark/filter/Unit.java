package dev.hark.filter;

import dev.hark.fault.Sentence;
import java.util.Locale;
import java.util.Optional;

/** What a number of a filter counts. Numbers that are just written count whatever is needed. */
enum Unit {
  /** Money that somebody wrote, for a task or for an hour. */
  AMOUNT,
  REWARD,
  HOURLY,
  MINUTES,
  SECONDS,
  DAYS,
  MARK,
  SHARE,
  WORKERS,
  TASKS,
  ANSWERS;

  static Optional<Unit> of(Field field) {
    return Optional.ofNullable(
        switch (field) {
          case TASK_REWARD -> REWARD;
          case PAY_LOW, PAY_HIGH, PAY_AVERAGE, ME_FLOOR -> HOURLY;
          case TASK_MINUTES -> MINUTES;
          case TASK_SECONDS -> SECONDS;
          case REQUESTER_DAYS -> DAYS;
          case RATING_OVERALL, RATING_LOWER, RATING_ACCESSIBILITY -> MARK;
          case REQUESTER_APPROVAL -> SHARE;
          case PAY_WORKERS,
              RATING_WORKERS,
              REQUESTER_UNJUST,
              REQUESTER_TERMS,
              REQUESTER_BROKEN,
              REQUESTER_UNPAID ->
              WORKERS;
          case TASK_AVAILABLE -> TASKS;
          case REQUESTER_DECIDED, ME_DONE, ME_APPROVED, ME_REJECTED, ME_PENDING, ME_IN_GROUP ->
              ANSWERS;
          default -> null;
        });
  }

  boolean goesWith(Unit other) {
    return this == other || (this == AMOUNT && other.isMoney()) || (other == AMOUNT && isMoney());
  }

  private boolean isMoney() {
    return this == AMOUNT || this == REWARD || this == HOURLY;
  }

  /** Such as "minutes". */
  Sentence words() {
    return Sentence.of("condition.unit." + name().toLowerCase(Locale.ROOT));
  }
}
