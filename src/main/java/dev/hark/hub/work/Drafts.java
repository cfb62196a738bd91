package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Store;
import dev.hark.wire.DraftJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Unfinished answers, one for each worker and task, so that whoever changes device goes on. A draft
 * stays when its lease runs out or the task is given back, for when the worker gets the task again,
 * and goes with the answer. Safe for use by several threads and hubs.
 */
public final class Drafts {
  /** Longest content, in characters. */
  public static final int CONTENT_LIMIT = 400_000;

  private static final int MOST = 1_000;

  private static final String SELECT =
      """
      select d.*, g.title, a.deadline from draft d
        join task_group g on g.id = d.group_id
        join assignment a on a.id = d.assignment_id
      """;

  private final Store store;
  private final Clock clock;

  public Drafts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps a draft in the place of one of a lower version. The same again changes nothing.
   *
   * @param version 1 or more
   * @return the draft as it is kept
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID}, {@link
   *     Refusal#TOO_LARGE}, {@link Refusal#RETURNED}, {@link Refusal#ANSWER_CONFLICT} (it was
   *     answered), or {@link Refusal#DRAFT_OLDER} (a newer one is here, or another of this version)
   */
  public DraftJson save(String workerId, String assignmentId, long version, String content) {
    GroupRules.require(version >= 1, "version: 1 or more");
    if (content.length() > CONTENT_LIMIT) {
      throw new Fault.Refused(Refusal.TOO_LARGE);
    }
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          Held held = Held.ofWorker(handle, assignmentId, workerId);
          requireUnanswered(held, now);
          int saved =
              handle.execute(
                  "insert into draft (worker_id, task_id, group_id, assignment_id, version,"
                      + " content, saved) values (?, ?, ?, ?, ?, ?, ?)"
                      + " on conflict (worker_id, task_id) do update set"
                      + " assignment_id = excluded.assignment_id, version = excluded.version,"
                      + " content = excluded.content, saved = excluded.saved"
                      + " where draft.version < excluded.version",
                  workerId,
                  held.taskId(),
                  held.groupId(),
                  assignmentId,
                  version,
                  content,
                  now.toEpochMilli());
          DraftJson kept = find(handle, workerId, held.taskId()).orElseThrow();
          if (saved == 0 && !isSame(kept, version, content)) {
            throw new Fault.Refused(Refusal.DRAFT_OLDER, String.valueOf(kept.version()));
          }
          return kept;
        });
  }

  private static boolean isSame(DraftJson kept, long version, String content) {
    return Long.valueOf(version).equals(kept.version()) && content.equals(kept.content());
  }

  private static void requireUnanswered(Held held, Instant now) {
    if (held.state().equals("RETURNED")) {
      throw new Fault.Refused(Refusal.RETURNED);
    }
    if (held.submitted().isPresent() && !held.redoAt(now)) {
      throw new Fault.Refused(Refusal.ANSWER_CONFLICT);
    }
  }

  /**
   * The draft of an assignment's task.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is none
   */
  public DraftJson of(String workerId, String assignmentId) {
    return store.read(
        handle ->
            find(handle, workerId, Held.ofWorker(handle, assignmentId, workerId).taskId())
                .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, assignmentId)));
  }

  /** A worker's drafts, the last saved first; at most 1,000. */
  public List<DraftJson> all(String workerId) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    SELECT + " where d.worker_id = :worker order by d.saved desc limit " + MOST)
                .bind("worker", workerId)
                .map((row, context) -> of(row))
                .list());
  }

  static Optional<DraftJson> find(Handle handle, String workerId, String taskId) {
    return handle
        .createQuery(SELECT + " where d.worker_id = :worker and d.task_id = :task")
        .bind("worker", workerId)
        .bind("task", taskId)
        .map((row, context) -> of(row))
        .findOne();
  }

  /** The task was answered. */
  static void drop(Handle handle, Held held) {
    handle.execute(
        "delete from draft where worker_id = ? and task_id = ?", held.workerId(), held.taskId());
  }

  private static DraftJson of(ResultSet row) throws SQLException {
    return new DraftJson(
        row.getLong("version"),
        row.getString("content"),
        Instant.ofEpochMilli(row.getLong("saved")),
        row.getString("assignment_id"),
        row.getString("task_id"),
        row.getString("group_id"),
        row.getString("title"),
        Instant.ofEpochMilli(row.getLong("deadline")));
  }
}
