package dev.hark.hub.work;

import dev.hark.pay.PaceRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * How long workers of this hub take to write down speech, by the newest hundred groups with
 * recorded times; looked up again after a minute. Safe for use by several threads.
 */
final class Paces {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int GROUPS = 100;

  private final Clock clock;
  private volatile Known known = new Known(PaceRange.USUAL, Instant.MIN);

  Paces(Clock clock) {
    this.clock = clock;
  }

  private record Known(PaceRange pace, Instant until) {}

  PaceRange now(Handle handle) {
    Instant now = clock.instant();
    Known before = known;
    if (now.isBefore(before.until())) {
      return before.pace();
    }
    PaceRange pace = recorded(handle);
    known = new Known(pace, now.plus(KEPT));
    return pace;
  }

  private static PaceRange recorded(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(sum(workers), 0) as workers,
              coalesce(sum(workers * lower_seconds / sound), 0) as quick,
              coalesce(sum(workers * upper_seconds / sound), 0) as slow
            from (select timed_workers as workers, lower_seconds, upper_seconds,
                audio_seconds as sound
              from task_group
              where kind = 'TRANSCRIBE' and timed_workers > 0 and audio_seconds > 0.1
              order by published desc limit :groups) as newest
            """)
        .bind("groups", GROUPS)
        .map(
            (row, context) ->
                PaceRange.recorded(
                    row.getDouble("quick"), row.getDouble("slow"), row.getInt("workers")))
        .one();
  }
}
