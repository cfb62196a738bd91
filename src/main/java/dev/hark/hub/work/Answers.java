package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.metrics.Counter;
import dev.hark.hub.quality.Meeting;
import dev.hark.hub.store.Store;
import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.ReceiptJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Takes answers. One transaction stores the answer, closes its slot, counts the work time, and,
 * where gold agrees, approves and pays. Safe for use by several threads and hubs.
 */
public final class Answers {
  private final Store store;
  private final Clock clock;
  private final Approvals approvals;
  private final Counter taken;

  public Answers(Store store, Clock clock, Approvals approvals) {
    this.store = store;
    this.clock = clock;
    this.approvals = approvals;
    this.taken = store.metrics().counter("hark_answers_total", "Answers that were taken.");
  }

  /**
   * Hands in an answer. The same answer again gives the same receipt, but for the state.
   *
   * @param key kept with the answer
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#ANSWER_CONFLICT} (another
   *     answer is here), {@link Refusal#RETURNED}, {@link Refusal#ANSWER_UNFIT}, or {@link
   *     Refusal#LEASE_EXPIRED} (later than the grace, or somebody else has the task by now)
   */
  public ReceiptJson submit(String workerId, String assignmentId, Answer answer, String key) {
    approvals.settleFor(workerId);
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Held held = Held.ofWorker(handle, assignmentId, workerId);
          if (held.submitted().isPresent()) {
            if (!redone(handle, held, answer, key)) {
              requireSame(held, answer);
            }
          } else {
            store(handle, held, answer, key);
          }
          return receipt(handle, Held.find(handle, assignmentId));
        });
  }

  /** Whether this is an answer that was asked for again, or one of those from before. */
  private boolean redone(Handle handle, Held held, Answer answer, String key) {
    Instant now = clock.instant();
    if (key.equals(held.answerKey())) {
      return false;
    }
    if (Redos.isFormer(handle, held.id(), answer, key)) {
      return true;
    }
    if (!held.redoAt(now.minus(Leases.GRACE))) {
      return false;
    }
    requireFit(held, answer);
    if (!Redos.take(handle, held, answer, key, now)) {
      return false;
    }
    Telling.assignment(handle, EventKind.ASSIGNMENT_SUBMITTED, held, now);
    Judging judged = approvals.judge(handle, Held.find(handle, held.id()), answer, now);
    approvals.count(handle, judged.approved(), now);
    Drafts.drop(handle, held);
    return true;
  }

  private static void requireFit(Held held, Answer answer) {
    if (!Fit.fits(Assignments.read(held.question(), QuestionJson.class).toQuestion(), answer)) {
      throw new Fault.Refused(Refusal.ANSWER_UNFIT);
    }
  }

  private static void requireSame(Held held, Answer answer) {
    AnswerJson kept = Objects.requireNonNull(Assignments.answer(held.answer()));
    if (!kept.toAnswer().equals(answer)) {
      throw new Fault.Refused(Refusal.ANSWER_CONFLICT);
    }
  }

  private void store(Handle handle, Held held, Answer answer, String key) {
    if (held.state().equals("RETURNED")) {
      throw new Fault.Refused(Refusal.RETURNED);
    }
    Instant now = clock.instant();
    if (!takeSlot(handle, held, now)) {
      throw new Fault.Refused(Refusal.LEASE_EXPIRED, held.deadline());
    }
    requireFit(held, answer);
    handle.execute(
        "update assignment set state = 'SUBMITTED', submitted = ?, answer = ?, answer_key = ?,"
            + " due = ? where id = ?",
        now.toEpochMilli(),
        Publishing.json(AnswerJson.of(answer)),
        key,
        now.plusSeconds(held.approveSeconds()).toEpochMilli(),
        held.id());
    Telling.assignment(handle, EventKind.ASSIGNMENT_SUBMITTED, held, now);
    Judging judged = approvals.judge(handle, Held.find(handle, held.id()), answer, now);
    Figures.timed(
        handle, held.groupId(), held.workerId(), Duration.between(held.accepted(), now).toMillis());
    if (!held.mixed()) {
      handle.execute(
          "update task_group set open_slots = open_slots - 1 where id = ?", held.groupId());
    }
    if (judged.mixes()) {
      Meeting.answered(handle, held.groupId(), held.workerId(), held.kind());
    }
    Figures.quartiles(handle, held.groupId());
    approvals.count(handle, judged.approved(), now);
    Drafts.drop(handle, held);
    Store.onceKept(taken::add);
  }

  /** Closes the slot, unless the time is over and the slot is another's, or was answered. */
  private static boolean takeSlot(Handle handle, Held held, Instant now) {
    if (now.isAfter(held.deadline().plus(Leases.GRACE))) {
      return false;
    }
    return handle
            .createUpdate(
                """
                update slot set done = 1, holder = :id
                where id = :slot and done = :mixed
                  and (holder = :id or (held_until <= :now and done = 0))
                  and not exists (select 1 from assignment other
                    where other.task_id = :task and other.worker_id = :worker and other.id <> :id
                      and (other.submitted is not null
                        or (other.state = 'HELD' and other.deadline > :now)))
                """)
            .bind("id", held.id())
            .bind("slot", held.slotId())
            .bind("mixed", held.mixed() ? 1 : 0)
            .bind("task", held.taskId())
            .bind("worker", held.workerId())
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  private static ReceiptJson receipt(Handle handle, Held held) {
    Long secondsToPay =
        handle
            .createQuery(
                "select seconds_to_pay from standing"
                    + " where requester_id = :requester and seconds_to_pay is not null")
            .bind("requester", held.requesterId())
            .mapTo(Long.class)
            .findOne()
            .orElse(null);
    return new ReceiptJson(
        held.id(),
        held.state(),
        held.submitted().orElseThrow(),
        MoneyJson.of(held.reward()),
        secondsToPay);
  }
}
