package dev.hark.hub.work;

import dev.hark.hub.store.Store;
import dev.hark.pay.PaceRange;
import dev.hark.wire.WorkforceJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Who writes down recordings here, for requesters who ask how long it will take. Safe for use by
 * several threads.
 */
public final class Workforce {
  private static final Duration LOOKED_BACK = Duration.ofDays(7);

  /** Where more were handed in, the newest stand for the rest. */
  private static final int MOST = 20_000;

  private final Store store;
  private final Clock clock;
  private final Paces paces;

  public Workforce(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.paces = new Paces(clock);
  }

  private record Lately(int workers, long millis, int answers, Instant first) {
    /** Of those that were looked at, over the days in which they came. */
    long secondsPerDay(Instant now) {
      Duration span = answers < MOST ? LOOKED_BACK : Duration.between(first, now);
      double days = Math.max(span.toMillis(), 1) / (double) Duration.ofDays(1).toMillis();
      return Math.round(millis / 1000.0 / days);
    }
  }

  /**
   * Those of a language.
   *
   * @param language whichever country it names
   */
  public WorkforceJson of(Locale language) {
    return store.read(
        handle -> {
          PaceRange pace = paces.now(handle);
          Instant now = clock.instant();
          Lately lately = lately(handle, now, language.getLanguage());
          return new WorkforceJson(
              pace.quick(),
              pace.slow(),
              pace.workers(),
              lately.workers(),
              lately.secondsPerDay(now));
        });
  }

  private static Lately lately(Handle handle, Instant now, String language) {
    return handle
        .createQuery(
            """
            select count(distinct n.worker_id) as workers, count(*) as answers,
              coalesce(sum(n.submitted - n.accepted), 0) as millis,
              coalesce(min(n.submitted), 0) as first
            from (select a.worker_id, a.accepted, a.submitted from assignment a
                join task_group g on g.id = a.group_id
              where a.state in ('SUBMITTED', 'APPROVED') and a.submitted >= :since
                and g.kind = 'TRANSCRIBE'
                and (g.language = :language or g.language like :more)
              order by a.submitted desc limit :most) as n
            """)
        .bind("since", now.minus(LOOKED_BACK).toEpochMilli())
        .bind("language", language)
        .bind("more", language + "-%")
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Lately(
                    row.getInt("workers"),
                    row.getLong("millis"),
                    row.getInt("answers"),
                    Instant.ofEpochMilli(row.getLong("first"))))
        .one();
  }
}
