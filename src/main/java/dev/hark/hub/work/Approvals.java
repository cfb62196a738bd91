package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.SubmissionJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on answers. An approval pays in the transaction that stores it. An answer that nobody
 * decided on within its group's delay counts as approved at the end of that delay; it is paid, as
 * of then, by whoever next reads what depends on it. Safe for use by several threads and hubs.
 */
public final class Approvals {
  /** Longest reason, in characters. */
  public static final int REASON_LIMIT = 1_000;

  private final Store store;
  private final Clock clock;
  private final Ledger ledger;

  public Approvals(Store store, Clock clock, Ledger ledger) {
    this.store = store;
    this.clock = clock;
    this.ledger = ledger;
  }

  /**
   * Approves an answer and pays for it; does nothing where it was approved before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such answer,
   *     {@link Refusal#ALREADY_DECIDED} where it was rejected
   */
  public SubmissionJson approve(Caller caller, String assignmentId) {
    return decide(caller, assignmentId, "APPROVED", null);
  }

  /**
   * Rejects an answer; nothing is paid. Does nothing where it was rejected before, and keeps the
   * reason that was given then.
   *
   * @param reason in words, which the worker gets to hear
   * @throws Fault.Refused with {@link Refusal#INVALID} without a reason, {@link Refusal#NOT_FOUND},
   *     {@link Refusal#ALREADY_DECIDED} where it was approved
   */
  public SubmissionJson reject(Caller caller, String assignmentId, String reason) {
    if (reason.isBlank() || reason.length() > REASON_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "reason: 1 to " + REASON_LIMIT + " characters");
    }
    return decide(caller, assignmentId, "REJECTED", reason);
  }

  private SubmissionJson decide(
      Caller caller, String assignmentId, String decision, @Nullable String reason) {
    return store.write(
        handle -> {
          Held held = Held.find(handle, assignmentId);
          if (!caller.answersFor(held.requesterId()) || held.submitted().isEmpty()) {
            throw new Fault.Refused(Refusal.NOT_FOUND, assignmentId);
          }
          if (isDue(held)) {
            decide(handle, held, "APPROVED", null, held.due().orElseThrow());
            held = Held.find(handle, assignmentId);
          }
          if (held.state().equals("SUBMITTED")) {
            decide(handle, held, decision, reason, clock.instant());
          } else if (!held.state().equals(decision)) {
            throw new Fault.Refused(Refusal.ALREADY_DECIDED);
          }
          return Assignments.submission(Held.find(handle, assignmentId));
        });
  }

  /** Decides within the transaction that is going on; the answer is undecided before. */
  void decide(Handle handle, Held held, String decision, @Nullable String reason, Instant decided) {
    handle.execute(
        "update assignment set state = ?, decided = ?, reason = ?"
            + " where id = ? and state = 'SUBMITTED'",
        decision,
        decided.toEpochMilli(),
        reason,
        held.id());
    boolean approved = decision.equals("APPROVED");
    if (approved) {
      ledger.transfer(
          new Ledger.Transfer(
              "reward:" + held.id(),
              Book.requester(held.requesterId()),
              Book.worker(held.workerId()),
              held.reward(),
              decided));
    }
    Figures.decided(handle, held.requesterId(), 1, approved ? 1 : 0);
    if (approved) {
      Figures.payTime(handle, held.requesterId());
    }
  }

  /** Pays what is due to a worker. */
  void settleFor(String workerId) {
    settle("a.worker_id", workerId);
  }

  /**
   * Answers in one state that are this caller's to decide on, the oldest first.
   *
   * @param state {@code SUBMITTED}, {@code APPROVED} or {@code REJECTED}
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<SubmissionJson> submissions(
      Caller caller, String state, Optional<String> cursor, int limit) {
    boolean all = caller.role() == Role.OPERATOR;
    settle(all ? "" : "a.requester_id", caller.id());
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.of(Long.MIN_VALUE, ""));
    return store.read(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      Held.SELECT
                          + " where a.state = :state and (a.submitted, a.id) > (:submitted, :id)"
                          + (all ? "" : " and a.requester_id = :requester")
                          + " order by a.submitted, a.id limit :limit")
                  .bind("state", state)
                  .bind("submitted", from.number(0))
                  .bind("id", from.text(1))
                  .bind("limit", limit + 1);
          if (!all) {
            query.bind("requester", caller.id());
          }
          return Slice.of(
              query
                  .map(
                      (row, context) ->
                          new Slice.Row<>(
                              Assignments.submission(Held.of(row)),
                              Cursor.of(row.getLong("submitted"), row.getString("id"))))
                  .list(),
              limit);
        });
  }

  /** Hardly ever is anything due: only then does a reader wait for the writers. */
  private void settle(String column, String party) {
    if (!store.read(handle -> due(handle, column, party)).isEmpty()) {
      store.write(
          handle -> {
            List<Held> due = due(handle, column, party);
            due.forEach(held -> decide(handle, held, "APPROVED", null, held.due().orElseThrow()));
            return due.size();
          });
    }
  }

  private List<Held> due(Handle handle, String column, String party) {
    Query query =
        handle
            .createQuery(
                Held.SELECT
                    + " where a.state = 'SUBMITTED' and a.due <= :now"
                    + (column.isEmpty() ? "" : " and " + column + " = :party")
                    + " order by a.due, a.id")
            .bind("now", clock.millis());
    if (!column.isEmpty()) {
      query.bind("party", party);
    }
    return query.map((row, context) -> Held.of(row)).list();
  }

  private boolean isDue(Held held) {
    return held.state().equals("SUBMITTED")
        && held.due().filter(due -> !due.isAfter(clock.instant())).isPresent();
  }
}
