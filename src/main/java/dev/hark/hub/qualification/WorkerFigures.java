package dev.hark.hub.qualification;

import dev.hark.task.Place;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** What the market knows of every worker, kept up so that reading it costs one look. */
public final class WorkerFigures {
  private WorkerFigures() {}

  /**
   * More decisions on a worker's answers; call it in the transaction that decides. A decision that
   * is turned round is no further decision: -1 or 1 approvals, 0 decisions.
   */
  public static void decided(Handle handle, String workerId, int decisions, int approvals) {
    handle.execute(
        "insert into worker_figures (worker_id, decided, approved) values (?, ?, ?)"
            + " on conflict (worker_id) do update set"
            + " decided = worker_figures.decided + excluded.decided,"
            + " approved = worker_figures.approved + excluded.approved",
        workerId,
        decisions,
        approvals);
  }

  /** Counts of decisions. */
  record Counts(long decided, long approved) {
    /** Whole percent, rounded down; empty before the first decision. */
    OptionalLong share() {
      return decided > 0 ? OptionalLong.of(100 * approved / decided) : OptionalLong.empty();
    }
  }

  static Counts counts(Handle handle, String workerId) {
    return handle
        .createQuery("select decided, approved from worker_figures where worker_id = :worker")
        .bind("worker", workerId)
        .map((row, context) -> new Counts(row.getLong("decided"), row.getLong("approved")))
        .findOne()
        .orElse(new Counts(0, 0));
  }

  static Optional<Place> place(Handle handle, String workerId) {
    return handle
        .createQuery("select country, region from worker_place where worker_id = :worker")
        .bind("worker", workerId)
        .map(
            (row, context) ->
                new Place(row.getString("country"), Optional.ofNullable(row.getString("region"))))
        .findOne();
  }
}
