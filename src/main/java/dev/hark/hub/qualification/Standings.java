package dev.hark.hub.qualification;

import dev.hark.hub.store.Store;
import dev.hark.task.Place;
import dev.hark.wire.PlaceJson;
import dev.hark.wire.WorkerStandingJson;
import java.time.Clock;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** What the market knows of one worker, for that worker. Safe for several threads and hubs. */
public final class Standings {
  private final Store store;
  private final Clock clock;

  public Standings(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Decisions on their answers, and where they live. */
  public WorkerStandingJson of(String workerId) {
    return store.read(handle -> of(handle, workerId));
  }

  private static WorkerStandingJson of(Handle handle, String workerId) {
    WorkerFigures.Counts counts = WorkerFigures.counts(handle, workerId);
    OptionalLong share = counts.share();
    return new WorkerStandingJson(
        counts.decided(),
        counts.approved(),
        share.isPresent() ? (int) share.getAsLong() : null,
        WorkerFigures.place(handle, workerId)
            .map(place -> new PlaceJson(place.country(), place.region().orElse(null)))
            .orElse(null));
  }

  /** The worker says where they live. */
  public WorkerStandingJson declare(String workerId, Place place) {
    return store.write(
        handle -> {
          handle.execute(
              "insert into worker_place (worker_id, country, region, declared) values (?, ?, ?, ?)"
                  + " on conflict (worker_id) do update set country = excluded.country,"
                  + " region = excluded.region, declared = excluded.declared",
              workerId,
              place.country(),
              place.region().orElse(null),
              clock.millis());
          return of(handle, workerId);
        });
  }

  /** The worker does not want to say it any more. */
  public WorkerStandingJson forgetPlace(String workerId) {
    return store.write(
        handle -> {
          handle.execute("delete from worker_place where worker_id = ?", workerId);
          return of(handle, workerId);
        });
  }
}
