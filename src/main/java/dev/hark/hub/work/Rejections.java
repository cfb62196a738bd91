package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.account.Role;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.task.RejectionCode;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.RejectionJson;
import dev.hark.wire.SubmissionJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Rejections, what workers say to them, and turning them round. What is turned round stays on
 * record, and is listed no more. Safe for use by several threads and hubs.
 */
public final class Rejections {
  /** How long a worker may answer a rejection. */
  public static final Duration TO_ANSWER = Duration.ofDays(7);

  /** Longest words of a worker, in characters. */
  public static final int WORDS_LIMIT = 1_000;

  private static final String SELECT =
      """
      select r.*, a.answer, a.group_id, t.question, g.title, g.reward_minor, g.currency,
        account.name as requester_name
      from rejection r
        join assignment a on a.id = r.assignment_id
        join task t on t.id = a.task_id
        join task_group g on g.id = a.group_id
        join account on account.id = r.requester_id
      """;

  private final Store store;
  private final Clock clock;
  private final Approvals approvals;

  public Rejections(Store store, Clock clock, Approvals approvals) {
    this.store = store;
    this.clock = clock;
    this.approvals = approvals;
  }

  /** A rejection to put on record. */
  record Made(
      String assignmentId,
      String requesterId,
      String workerId,
      RejectionCode code,
      String reason,
      Caller by,
      Instant made) {}

  /** Puts a rejection on record, within the transaction that decides. */
  static void note(Handle handle, Made made) {
    PreparedBatch one = batch(handle);
    add(one, made);
    one.execute();
  }

  static PreparedBatch batch(Handle handle) {
    return handle.prepareBatch(
        "insert into rejection (assignment_id, requester_id, worker_id, code, reason, by_id,"
            + " by_role, made, answer_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  static void add(PreparedBatch batch, Made made) {
    batch.add(
        made.assignmentId(),
        made.requesterId(),
        made.workerId(),
        made.code().name(),
        made.reason(),
        made.by().id(),
        made.by().role().name(),
        made.made().toEpochMilli(),
        made.made().plus(TO_ANSWER).toEpochMilli());
  }

  /**
   * A worker answers a rejection, once; the same words again do nothing.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID}, {@link Refusal#NOT_FOUND}, {@link
   *     Refusal#NOT_REJECTED}, {@link Refusal#OBJECTED} (in other words), {@link
   *     Refusal#OBJECTION_LATE}
   */
  public RejectionJson object(String workerId, String assignmentId, String words) {
    if (words.isBlank() || words.length() > WORDS_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "words: 1 to " + WORDS_LIMIT + " characters");
    }
    return store.write(
        handle -> {
          Held held = Held.ofWorker(handle, assignmentId, workerId);
          long now = clock.millis();
          int written =
              handle.execute(
                  "update rejection set objection = ?, objected = ? where assignment_id = ?"
                      + " and overturned is null and objection is null and answer_until > ?",
                  words,
                  now,
                  assignmentId,
                  now);
          RejectionJson rejection = standing(handle, assignmentId);
          if (written == 0 && rejection.objection() == null) {
            throw new Fault.Refused(Refusal.OBJECTION_LATE, rejection.answerUntil());
          }
          if (written == 0 && !words.equals(rejection.objection())) {
            throw new Fault.Refused(Refusal.OBJECTED);
          }
          if (written == 1) {
            KeptRewards.objected(handle, assignmentId);
            Telling.assignment(
                handle, EventKind.ASSIGNMENT_OBJECTED, held, Instant.ofEpochMilli(now));
          }
          return rejection;
        });
  }

  private static RejectionJson standing(Handle handle, String assignmentId) {
    return handle
        .createQuery(SELECT + " where r.assignment_id = :id and r.overturned is null")
        .bind("id", assignmentId)
        .map((row, context) -> of(row))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_REJECTED));
  }

  /**
   * Turns a rejection round: the answer counts as approved and is paid now. Does nothing where that
   * was done before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, or {@link Refusal#NOT_REJECTED} where it
   *     was never rejected
   */
  public SubmissionJson overturn(Caller caller, String assignmentId) {
    return store.write(
        handle -> {
          Instant now = clock.instant();
          Held held = approvals.judged(handle, caller, assignmentId);
          if (approvals.overturn(handle, held, now)) {
            Audit.note(handle, now, caller.id(), Deed.REJECTION_OVERTURNED, assignmentId);
            handle.execute(
                "update rejection set overturned = ?, overturned_by = ? where assignment_id = ?",
                now.toEpochMilli(),
                caller.id(),
                assignmentId);
          }
          Held turned = Held.find(handle, assignmentId);
          if (!"OVERTURNED".equals(turned.decidedAs())) {
            throw new Fault.Refused(Refusal.NOT_REJECTED);
          }
          return Assignments.submission(now, turned);
        });
  }

  /**
   * Dismisses what a worker said to a rejection: it stands, and its money is free again. The same
   * words again do nothing.
   *
   * @param words for the worker
   * @throws Fault.Refused with {@link Refusal#INVALID}, {@link Refusal#NOT_FOUND}, {@link
   *     Refusal#NOT_REJECTED}, {@link Refusal#NOT_OBJECTED}, {@link Refusal#DISMISSED} (in other
   *     words)
   */
  public RejectionJson dismiss(Caller caller, String assignmentId, String words) {
    if (words.isBlank() || words.length() > WORDS_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "words: 1 to " + WORDS_LIMIT + " characters");
    }
    return store.write(
        handle -> {
          Instant now = clock.instant();
          Held held = approvals.judged(handle, caller, assignmentId);
          int dismissed =
              handle.execute(
                  "update rejection set dismissed = ?, dismissed_by = ?, dismissal = ?"
                      + " where assignment_id = ? and overturned is null and objected is not null"
                      + " and dismissed is null",
                  now.toEpochMilli(),
                  caller.id(),
                  words,
                  assignmentId);
          RejectionJson rejection = standing(handle, assignmentId);
          if (rejection.objection() == null) {
            throw new Fault.Refused(Refusal.NOT_OBJECTED);
          }
          if (!words.equals(rejection.dismissal())) {
            throw new Fault.Refused(Refusal.DISMISSED);
          }
          if (dismissed == 1) {
            Audit.note(handle, now, caller.id(), Deed.OBJECTION_DISMISSED, assignmentId);
            Telling.assignment(handle, EventKind.ASSIGNMENT_OBJECTION_DISMISSED, held, now);
            approvals.release(handle, held, now);
          }
          return rejection;
        });
  }

  /**
   * A worker's rejected answers, the newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<RejectionJson> ofWorker(String workerId, Optional<String> cursor, int limit) {
    return list("r.worker_id = :party", workerId, "made", cursor, limit);
  }

  /**
   * Rejections that workers have answered, that this caller may turn round, and that were not
   * dismissed, the newest answer first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<RejectionJson> objections(Caller caller, Optional<String> cursor, int limit) {
    String mine = caller.role() == Role.REQUESTER ? "r.requester_id = :party and " : "";
    return list(
        mine + "r.objected is not null and r.dismissed is null",
        caller.id(),
        "objected",
        cursor,
        limit);
  }

  private Slice<RejectionJson> list(
      String which, String party, String order, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle -> {
          Query query =
              handle.createQuery(
                  SELECT
                      + " where r.overturned is null and %1$s".formatted(which)
                      + " and (r.%1$s, r.assignment_id) < (:at, :id)".formatted(order)
                      + " order by r.%1$s desc, r.assignment_id desc limit :limit"
                          .formatted(order));
          if (which.contains(":party")) {
            query.bind("party", party);
          }
          return from.page(query, limit, order, "assignment_id", (row, _) -> of(row));
        });
  }

  private static RejectionJson of(ResultSet row) throws SQLException {
    String objection = row.getString("objection");
    return new RejectionJson(
        row.getString("assignment_id"),
        row.getString("group_id"),
        row.getString("title"),
        row.getString("requester_id"),
        row.getString("requester_name"),
        row.getString("worker_id"),
        Assignments.read(row.getString("question"), QuestionJson.class),
        Assignments.read(row.getString("answer"), AnswerJson.class).asTyped(),
        new MoneyJson(row.getLong("reward_minor"), row.getString("currency")),
        RejectionCode.valueOf(row.getString("code")).code(),
        row.getString("reason"),
        row.getString("by_role"),
        Instant.ofEpochMilli(row.getLong("made")),
        Instant.ofEpochMilli(row.getLong("answer_until")),
        objection,
        instant(row, "objected"),
        row.getString("dismissal"),
        instant(row, "dismissed"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
