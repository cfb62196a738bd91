package dev.hark.work;

import dev.hark.fault.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says once each that five minutes are left, that one is left, and that the time ran out. */
final class Deadline {
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LAST = Duration.ofMinutes(1);

  private final Instant end;
  private boolean firstSaid;
  private boolean lastSaid;
  private boolean endSaid;

  /** What is nearer than its warning already is not warned of. */
  Deadline(Instant end, Instant now) {
    this.end = end;
    this.firstSaid = left(now).compareTo(FIRST) <= 0;
    this.lastSaid = left(now).compareTo(LAST) <= 0;
  }

  Instant end() {
    return end;
  }

  boolean over(Instant now) {
    return !now.isBefore(end);
  }

  Duration left(Instant now) {
    return over(now) ? Duration.ZERO : Duration.between(now, end);
  }

  /** The warning that is due now, each only once. */
  Optional<Sentence> due(Instant now) {
    Duration left = left(now);
    if (over(now)) {
      if (endSaid) {
        return Optional.empty();
      }
      firstSaid = lastSaid = endSaid = true;
      return Optional.of(Sentence.of("session.time-over", end));
    }
    if (left.compareTo(LAST) <= 0 && !lastSaid) {
      firstSaid = lastSaid = true;
      return Optional.of(Sentence.of("session.time-left-alarm", LAST));
    }
    if (left.compareTo(FIRST) <= 0 && !firstSaid) {
      firstSaid = true;
      return Optional.of(Sentence.of("session.time-left-alarm", FIRST));
    }
    return Optional.empty();
  }
}
