package dev.hark.hub.job;

import dev.hark.hub.work.Leases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Bonuses that are decided on later. An answer that its worker may still do again is judged by its
 * new words, or by the old ones once that time is over; one to gold gets its bonus when nobody can
 * tell any more that it was gold. Every method works within the transaction of the handle.
 */
final class LaterBonuses {
  private LaterBonuses() {}

  /** One that can be decided on now. */
  record Due(String assignmentId, String jobId) {}

  /**
   * Until when a worker may do an answer again; empty where they may not, or did.
   *
   * @param state of the answer
   * @param redoUntil as it is stored, 0 where nothing was asked for again
   */
  static Optional<Instant> redo(String state, long redoUntil, Instant now) {
    Instant end = Instant.ofEpochMilli(redoUntil).plus(Leases.GRACE);
    return state.equals("SUBMITTED") && end.isAfter(now) ? Optional.of(end) : Optional.empty();
  }

  static void put(Handle handle, String assignmentId, String jobId, Instant until) {
    handle.execute(
        "insert into bonus_later (assignment_id, job_id, until) values (?, ?, ?)"
            + " on conflict (assignment_id) do update set until = excluded.until",
        assignmentId,
        jobId,
        until.toEpochMilli());
  }

  static void remove(Handle handle, String assignmentId) {
    handle.execute("delete from bonus_later where assignment_id = ?", assignmentId);
  }

  /** How many of a job are still to be decided on. */
  static int count(Handle handle, String jobId) {
    return handle
        .createQuery("select count(*) from bonus_later where job_id = :job")
        .bind("job", jobId)
        .mapTo(Integer.class)
        .one();
  }

  /** Those of a job. */
  static List<String> of(Handle handle, String jobId) {
    return handle
        .createQuery(
            "select assignment_id from bonus_later where job_id = :job order by assignment_id")
        .bind("job", jobId)
        .mapTo(String.class)
        .list();
  }

  /** Some whose time has come, of one job or of all. */
  static List<Due> due(Handle handle, Optional<String> jobId, Instant now, int limit) {
    Query query =
        handle
            .createQuery(
                "select assignment_id, job_id from bonus_later where until <= :now"
                    + (jobId.isPresent() ? " and job_id = :job" : "")
                    + " order by until, assignment_id limit :limit")
            .bind("now", now.toEpochMilli())
            .bind("limit", limit);
    jobId.ifPresent(id -> query.bind("job", id));
    return query
        .map((row, context) -> new Due(row.getString("assignment_id"), row.getString("job_id")))
        .list();
  }
}
