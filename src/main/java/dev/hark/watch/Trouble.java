package dev.hark.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A market that does not answer: since when, and when it is tried again. Used by one thread. */
final class Trouble {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Optional<Instant> away = Optional.empty();
  private Instant next = Instant.MIN;
  private boolean asked;
  private int failures;

  /**
   * It failed.
   *
   * @param wait how long the market asks to wait; zero where it does not
   * @return when it is tried again
   */
  Instant failed(Instant now, Duration wait) {
    Duration longer = FIRST.multipliedBy(1L << Math.min(failures++, 5));
    Duration own = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    asked = wait.compareTo(own) > 0;
    next = now.plus(asked ? wait : own);
    return next;
  }

  /** Notes that it does not answer; whether that is new. */
  boolean firstAway(Instant now) {
    boolean first = away.isEmpty();
    if (first) {
      away = Optional.of(now);
    }
    return first;
  }

  /** There is a sign of life: it may be asked at once, unless it asked to wait. */
  void answers() {
    if (!asked) {
      next = Instant.MIN;
    }
  }

  /**
   * It answered what it was asked.
   *
   * @return since when it had been away; empty where it had not
   */
  Optional<Instant> over() {
    Optional<Instant> was = away;
    away = Optional.empty();
    next = Instant.MIN;
    asked = false;
    failures = 0;
    return was;
  }

  /** Whether it may be asked now. */
  boolean mayAsk(Instant now) {
    return !now.isBefore(next);
  }
}
