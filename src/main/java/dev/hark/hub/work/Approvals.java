package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.account.Role;
import dev.hark.hub.commons.Payers;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.qualification.WorkerFigures;
import dev.hark.hub.quality.ChoiceTask;
import dev.hark.hub.quality.GroupWishes;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.task.Answer;
import dev.hark.task.RejectionCode;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.SubmissionJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
  private final Payments payments;
  private final GoldFunds gold;
  private final AnswerWatch watch;

  /**
   * @param watch hears of answers that come, change, or count no more
   */
  public Approvals(Store store, Clock clock, Payments payments, AnswerWatch watch) {
    this.store = store;
    this.clock = clock;
    this.payments = payments;
    this.gold = new GoldFunds(payments);
    this.watch = watch;
  }

  /**
   * Approves an answer and pays for it; does nothing where it was approved before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such answer,
   *     {@link Refusal#ALREADY_DECIDED} where it was rejected
   */
  public SubmissionJson approve(Caller caller, String assignmentId) {
    return store.write(
        handle -> {
          Held held = settled(handle, of(handle, caller, assignmentId));
          if (held.state().equals("SUBMITTED")) {
            Instant now = clock.instant();
            if (approve(handle, held, "HAND", now)) {
              Audit.note(handle, now, caller.id(), Deed.ANSWER_APPROVED, assignmentId);
            }
            held = Held.find(handle, assignmentId);
          }
          if (!held.state().equals("APPROVED")) {
            throw new Fault.Refused(Refusal.ALREADY_DECIDED);
          }
          return Assignments.submission(clock.instant(), held);
        });
  }

  /**
   * Rejects an answer; nothing is paid. Does nothing where it was rejected before, and keeps the
   * reason that was given then.
   *
   * @param code why
   * @param reason the same in words, which the worker gets to hear
   * @param again whether somebody else is to answer the task, for the money that is set aside; else
   *     it is kept until the rejection is settled, and goes back to the requester then
   * @throws Fault.Refused with {@link Refusal#INVALID} without words, {@link Refusal#NOT_FOUND},
   *     {@link Refusal#ALREADY_DECIDED} where it was approved, {@link Refusal#REDO_OPEN} while the
   *     worker has time to do it again
   */
  public SubmissionJson reject(
      Caller caller, String assignmentId, RejectionCode code, String reason, boolean again) {
    if (reason.isBlank() || reason.length() > REASON_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "reason: 1 to " + REASON_LIMIT + " characters");
    }
    return store.write(
        handle -> {
          Instant now = clock.instant();
          Held held = settled(handle, of(handle, caller, assignmentId));
          if (held.redoAt(now)) {
            throw new Fault.Refused(Refusal.REDO_OPEN, held.redoUntil().orElseThrow());
          }
          Decision rejected = new Decision("REJECTED", "HAND", reason, now);
          if (held.state().equals("SUBMITTED") && mark(handle, held, rejected)) {
            Rejections.note(
                handle,
                new Rejections.Made(
                    held.id(), held.requesterId(), held.workerId(), code, reason, caller, now));
            Audit.note(handle, now, caller.id(), Deed.ANSWER_REJECTED, assignmentId);
            Judging.withdraw(handle, held);
            watch.changed(handle, held.taskId());
            if (!again || held.mixed() || !AnswersWanted.open(handle, held, now)) {
              payments.kept().keep(handle, held.id(), now);
            }
            Ended.decided(handle, List.of(held));
            WorkerFigures.decided(handle, held.workerId(), 1, 0);
            Figures.decided(handle, held.requesterId(), 1, 0);
            gold.done(handle, held.groupId(), now);
          }
          held = Held.find(handle, assignmentId);
          if (!held.state().equals("REJECTED")) {
            throw new Fault.Refused(Refusal.ALREADY_DECIDED);
          }
          return Assignments.submission(now, held);
        });
  }

  /**
   * An answer that is this caller's to decide on.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  Held of(Handle handle, Caller caller, String assignmentId) {
    return theirs(handle, caller::answersFor, assignmentId);
  }

  /**
   * An answer whose rejection this caller may turn round: a moderator any, others their own.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  Held judged(Handle handle, Caller caller, String assignmentId) {
    return theirs(
        handle,
        requester -> caller.role() == Role.MODERATOR || caller.answersFor(requester),
        assignmentId);
  }

  private static Held theirs(Handle handle, Predicate<String> requesters, String assignmentId) {
    Held held = Held.find(handle, assignmentId);
    if (!requesters.test(held.requesterId()) || held.submitted().isEmpty()) {
      throw new Fault.Refused(Refusal.NOT_FOUND, assignmentId);
    }
    return Judging.choice(held)
        .map(
            task -> {
              // Before the answer itself, as whoever hands in another answer to the task does it.
              Store.lock(handle, "task:" + task.id());
              return Held.find(handle, assignmentId);
            })
        .orElse(held);
  }

  /** The same answer, approved where that was due. */
  Held settled(Handle handle, Held held) {
    if (!held.state().equals("SUBMITTED")
        || held.due().filter(due -> !due.isAfter(clock.instant())).isEmpty()) {
      return held;
    }
    approve(handle, held, "DELAY", held.due().orElseThrow());
    return Held.find(handle, held.id());
  }

  /**
   * An answer has just been handed in, for the first time or again: does what the group's rules
   * say. Follow with {@link #count}, after what else changes in the group.
   */
  Judging judge(Handle handle, Held held, Answer answer, Instant now) {
    watch.changed(handle, held.taskId());
    GroupWishes group = GroupWishes.of(handle, held.groupId());
    Optional<ChoiceTask> choice = Judging.choice(held);
    choice.ifPresent(task -> Judging.vote(handle, task, held.workerId(), answer));
    List<Held> approved = new ArrayList<>();
    AnswerJson gold = Assignments.answer(held.gold());
    if (gold != null
        && group.wishes().approveOnGold()
        && Gold.agrees(gold.toAnswer(), answer)
        && grant(handle, held, "GOLD", now)) {
      approved.add(held);
    }
    for (Held agreeing : Judging.agreeing(handle, group.wishes(), held, choice)) {
      if (grant(handle, agreeing, "AGREEMENT", now)) {
        approved.add(agreeing);
      }
    }
    return new Judging(approved, group.mixes());
  }

  /**
   * Approves an answer that makes sense beside others to its task, within the transaction of the
   * handle; does nothing where it is decided, or is being done again.
   */
  public void agree(Handle handle, String assignmentId, Instant now) {
    Held held = Held.find(handle, assignmentId);
    if (held.state().equals("SUBMITTED") && !held.redoAt(now)) {
      approve(handle, held, "AGREEMENT", now);
    }
  }

  /**
   * A decision.
   *
   * @param state {@code APPROVED} or {@code REJECTED}
   * @param as how it came about
   * @param reason of a rejection
   * @param made as of when
   */
  private record Decision(String state, String as, @Nullable String reason, Instant made) {}

  /**
   * Approves within the transaction that is going on, and pays.
   *
   * @return false where somebody else has decided meanwhile; nothing is done then
   */
  boolean approve(Handle handle, Held held, String as, Instant made) {
    if (!grant(handle, held, as, made)) {
      return false;
    }
    count(handle, List.of(held), made);
    return true;
  }

  /** Approves and pays; {@link #count} is to follow. */
  private boolean grant(Handle handle, Held held, String as, Instant made) {
    if (!mark(handle, held, new Decision("APPROVED", as, null, made))) {
      return false;
    }
    payments.approved(handle, held, made);
    return true;
  }

  /** Counts approvals of one requester's tasks, made now. */
  void count(Handle handle, List<Held> approved, Instant made) {
    if (!approved.isEmpty()) {
      Ended.decided(handle, approved);
      approved.forEach(held -> WorkerFigures.decided(handle, held.workerId(), 1, 1));
      approved.forEach(held -> Payers.paid(handle, held.workerId(), held.requesterId(), made));
      String requester = approved.getFirst().requesterId();
      Figures.decided(handle, requester, approved.size(), approved.size());
      Figures.paid(
          handle, requester, approved.stream().map(held -> millisUntil(held, made)).toList());
      gold.done(handle, approved.getFirst().groupId(), clock.instant());
    }
  }

  /** One conditional update: of several who decide at once, one succeeds. */
  private static boolean mark(Handle handle, Held held, Decision decision) {
    boolean approved = decision.state().equals("APPROVED");
    // Whoever is asked to do it again cannot be rejected meanwhile, not even in a race.
    long redoUntilAtMost = approved ? Long.MAX_VALUE : decision.made().toEpochMilli();
    boolean marked =
        handle.execute(
                "update assignment set state = ?, decided = ?, decided_as = ?, reason = ?"
                    + " where id = ? and state = 'SUBMITTED'"
                    + " and (redo_until is null or redo_until <= ?)",
                decision.state(),
                decision.made().toEpochMilli(),
                decision.as(),
                decision.reason(),
                held.id(),
                redoUntilAtMost)
            == 1;
    if (marked) {
      Telling.assignment(
          handle,
          approved ? EventKind.ASSIGNMENT_APPROVED : EventKind.ASSIGNMENT_REJECTED,
          held,
          decision.made());
    }
    return marked;
  }

  /**
   * Turns a rejection round: the answer is approved and paid now, from what is kept for it, from
   * what is set aside for another answer in its place, or else from the requester's money.
   *
   * @return false where it is not rejected any more; nothing is done then
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED}
   */
  boolean overturn(Handle handle, Held held, Instant now) {
    int turned =
        handle.execute(
            "update assignment set state = 'APPROVED', decided = ?, decided_as = 'OVERTURNED',"
                + " reason = null where id = ? and state = 'REJECTED'",
            now.toEpochMilli(),
            held.id());
    if (turned == 0) {
      return false;
    }
    Judging.voteAgain(handle, held);
    watch.changed(handle, held.taskId());
    if (KeptRewards.take(handle, held.id())) {
      payments.overturned(handle, held, now);
    } else {
      if (!AnswersWanted.close(handle, held, now)) {
        // What was set aside for it went back to the requester, or is somebody else's by now.
        payments.escrow(handle, held.groupId(), 1, "overturned:" + held.id(), now);
      }
      payments.approved(handle, held, now);
    }
    Ended.overturned(handle, held);
    WorkerFigures.decided(handle, held.workerId(), 0, 1);
    Payers.paid(handle, held.workerId(), held.requesterId(), now);
    Telling.assignment(handle, EventKind.ASSIGNMENT_APPROVED, held, now);
    Figures.decided(handle, held.requesterId(), 0, 1);
    Figures.paid(handle, held.requesterId(), List.of(millisUntil(held, now)));
    return true;
  }

  /** A rejection is settled: what was kept for the answer is the requester's again. */
  void release(Handle handle, Held held, Instant now) {
    payments.kept().release(handle, held.id(), now);
  }

  private static long millisUntil(Held held, Instant paid) {
    return Duration.between(held.submitted().orElseThrow(), paid).toMillis();
  }

  /** Pays what is due by a requester. */
  void settleForRequester(String requesterId) {
    settle("a.requester_id", requesterId);
  }

  /** Pays what is due to a worker. */
  public void settleFor(String workerId) {
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
    Cursor from = Cursor.oldestFirst(cursor);
    return store.read(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      Held.SELECT
                          + " where a.state = :state and (a.submitted, a.id) > (:at, :id)"
                          + (all ? "" : " and a.requester_id = :requester")
                          + " order by a.submitted, a.id limit :limit")
                  .bind("state", state);
          if (!all) {
            query.bind("requester", caller.id());
          }
          return from.page(
              query,
              limit,
              "submitted",
              "id",
              (row, _) -> Assignments.submission(clock.instant(), Held.of(row)));
        });
  }

  /** Hardly ever is anything due: only then does a reader wait for the writers. */
  private void settle(String column, String party) {
    if (!store.read(handle -> due(handle, column, party)).isEmpty()) {
      store.write(
          handle -> {
            List<Held> due = due(handle, column, party);
            due.forEach(held -> approve(handle, held, "DELAY", held.due().orElseThrow()));
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
}
