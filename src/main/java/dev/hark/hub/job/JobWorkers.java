package dev.hark.hub.job;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.JobWorkerJson;
import dev.hark.wire.RepeatedJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the workers of recordings stand to the texts, and to themselves where a piece came to them
 * twice. Safe for use by several threads and hubs.
 */
public final class JobWorkers {
  private final Store store;
  private final JobTexts texts;

  public JobWorkers(Store store, JobTexts texts) {
    this.store = store;
    this.texts = texts;
  }

  /**
   * The workers of a job, in the order of their ids.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such job
   */
  public Slice<JobWorkerJson> of(Caller caller, String jobId, Optional<String> cursor, int limit) {
    Job job = store.read(handle -> JobTexts.own(handle, caller, jobId));
    texts.settle(jobId);
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.of(""));
    return store.read(
        handle ->
            Slice.of(
                handle
                    .createQuery(
                        """
                        select w.*, r.repeated, r.agreement from (
                          select p.worker_id, count(*) as answers, avg(p.closeness) as closeness
                          from piece_text t join piece_answer p on p.task_id = t.task_id
                            join assignment a on a.id = p.assignment_id and a.task_id = t.task_id
                          where t.job_id = :job and p.worker_id > :from
                          group by p.worker_id order by p.worker_id limit :limit) w
                        left join (
                          select worker_id, count(agreement) as repeated,
                            avg(agreement) as agreement
                          from repeat_task where group_id = :group group by worker_id) r
                        on r.worker_id = w.worker_id
                        order by w.worker_id
                        """)
                    .bind("job", jobId)
                    .bind("group", job.groupId())
                    .bind("from", from.text(0))
                    .bind("limit", limit + 1)
                    .map(
                        (row, context) ->
                            new Slice.Row<>(worker(row), Cursor.of(row.getString("worker_id"))))
                    .list(),
                limit));
  }

  private static JobWorkerJson worker(ResultSet row) throws SQLException {
    return new JobWorkerJson(
        row.getString("worker_id"),
        row.getInt("answers"),
        row.getDouble("closeness"),
        row.getInt("repeated"),
        agreement(row));
  }

  /** How far a worker agrees with themselves, over all recordings. */
  public RepeatedJson repeated(String workerId) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select count(agreement) as repeated, avg(agreement) as agreement"
                        + " from repeat_task where worker_id = :worker")
                .bind("worker", workerId)
                .map((row, context) -> new RepeatedJson(row.getInt("repeated"), agreement(row)))
                .one());
  }

  private static @Nullable Double agreement(ResultSet row) throws SQLException {
    double agreement = row.getDouble("agreement");
    return row.wasNull() ? null : agreement;
  }
}
