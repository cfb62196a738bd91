package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.quality.Meeting;
import dev.hark.task.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is stored, with what its group and task say.
 *
 * @param state as stored: a lease that ran out is still {@code HELD}
 * @param answer as JSON
 * @param answerKey the key that the answer came with
 * @param decidedAs how it was decided
 * @param redoUntil until when the worker was last asked to do it again
 * @param gold as JSON
 * @param kind whether the task is one of those wanted, or mixed in among them
 * @param approveSeconds how long after submit it is approved where nobody decides
 * @param annotation the requester's own words about the group
 * @param taskAnnotation the requester's own words about the task
 */
record Held(
    String id,
    String slotId,
    String taskId,
    String groupId,
    String requesterId,
    String workerId,
    String state,
    Instant accepted,
    Instant deadline,
    Optional<Instant> submitted,
    @Nullable String answer,
    @Nullable String answerKey,
    Optional<Instant> due,
    Optional<Instant> decided,
    @Nullable String decidedAs,
    @Nullable String reason,
    Optional<Instant> redoUntil,
    String question,
    @Nullable String gold,
    Meeting.Kind kind,
    String title,
    Money reward,
    Money fee,
    long approveSeconds,
    @Nullable String annotation,
    @Nullable String taskAnnotation) {

  static final String SELECT =
      """
      select a.*, t.question, t.gold, g.title, g.reward_minor, g.fee_minor, g.currency,
        g.approve_seconds, g.annotation, t.annotation as task_annotation,
        gt.number as gold_number, rt.of_task_id
      from assignment a
        join task t on t.id = a.task_id
        join task_group g on g.id = a.group_id
        left join gold_task gt on gt.task_id = a.task_id
        left join repeat_task rt on rt.task_id = a.task_id
      """;

  static Held of(ResultSet row) throws SQLException {
    return new Held(
        row.getString("id"),
        row.getString("slot_id"),
        row.getString("task_id"),
        row.getString("group_id"),
        row.getString("requester_id"),
        row.getString("worker_id"),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("accepted")),
        Instant.ofEpochMilli(row.getLong("deadline")),
        instant(row, "submitted"),
        row.getString("answer"),
        row.getString("answer_key"),
        instant(row, "due"),
        instant(row, "decided"),
        row.getString("decided_as"),
        row.getString("reason"),
        instant(row, "redo_until"),
        row.getString("question"),
        row.getString("gold"),
        kind(row),
        row.getString("title"),
        Money.of(row.getLong("reward_minor"), row.getString("currency")),
        Money.of(row.getLong("fee_minor"), row.getString("currency")),
        row.getLong("approve_seconds"),
        row.getString("annotation"),
        row.getString("task_annotation"));
  }

  private static Meeting.Kind kind(ResultSet row) throws SQLException {
    return row.getString("gold_number") != null
        ? Meeting.Kind.GOLD
        : row.getString("of_task_id") != null ? Meeting.Kind.REPEAT : Meeting.Kind.WANTED;
  }

  /** Whether it has no slot among those wanted. */
  boolean mixed() {
    return kind != Meeting.Kind.WANTED;
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is none
   */
  static Held find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " where a.id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  /**
   * Somebody else's assignment is as good as none.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where this worker has none of this id
   */
  static Held ofWorker(Handle handle, String id, String workerId) {
    Held held = find(handle, id);
    if (!held.workerId().equals(workerId)) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
    return held;
  }

  /** Whether the worker is asked to do it again, and has time for it. */
  boolean redoAt(Instant now) {
    return state.equals("SUBMITTED") && redoUntil.filter(until -> until.isAfter(now)).isPresent();
  }

  /** Until when the worker has time, or had. */
  Instant deadlineAt(Instant now) {
    return redoAt(now) ? redoUntil.orElseThrow() : deadline;
  }

  /** The state that the worker sees. */
  String stateAt(Instant now) {
    if (redoAt(now)) {
      return "HELD";
    }
    return state.equals("HELD") && !now.isBefore(deadline) ? "EXPIRED" : state;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
