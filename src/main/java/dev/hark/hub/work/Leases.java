package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.qualification.Admission;
import dev.hark.hub.quality.MixedGold;
import dev.hark.hub.quality.MixedRepeats;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.wire.AssignmentJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tasks that workers hold. A lease ends at its deadline by itself: every question about it compares
 * the deadline with the clock, and nothing sweeps. Safe for use by several threads and hubs.
 */
public final class Leases {
  /** How long after the deadline an answer is still taken while nobody else has the task. */
  public static final Duration GRACE = Duration.ofMinutes(2);

  private final Store store;
  private final Clock clock;
  private final Approvals approvals;

  public Leases(Store store, Clock clock, Approvals approvals) {
    this.store = store;
    this.clock = clock;
    this.approvals = approvals;
  }

  /**
   * Takes a task of a group. A task that this worker had before and did not answer comes first, so
   * that a draft finds its task again.
   *
   * @param key the same key again gives the same assignment, whatever has become of it
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} (no such group), {@link
   *     Refusal#NOT_QUALIFIED}, {@link Refusal#ALREADY_HELD}, {@link Refusal#NO_TASK_LEFT}, {@link
   *     Refusal#GROUP_EXPIRED}, or {@link Refusal#INVALID} (the key was used for another group)
   */
  public AssignmentJson accept(String workerId, String groupId, String key) {
    try {
      return acceptNow(workerId, groupId, key);
    } catch (Fault.Refused refused) {
      if (refused.refusal() != Refusal.NOT_QUALIFIED) {
        throw refused;
      }
      // Answers that count as approved by now, but were not paid yet, may be what was missing.
      approvals.settleFor(workerId);
      return acceptNow(workerId, groupId, key);
    }
  }

  private AssignmentJson acceptNow(String workerId, String groupId, String key) {
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          Optional<Held> same =
              handle
                  .createQuery(Held.SELECT + " where a.worker_id = :worker and a.accept_key = :key")
                  .bind("worker", workerId)
                  .bind("key", key)
                  .map((row, context) -> Held.of(row))
                  .findOne();
          if (same.isPresent() && !same.get().groupId().equals(groupId)) {
            throw new Fault.Refused(
                Refusal.INVALID, "Idempotency-Key: not used for another group before");
          }
          String id =
              same.isPresent() ? same.get().id() : take(handle, now, workerId, groupId, key);
          Held held = Held.find(handle, id);
          if (same.isEmpty()) {
            Telling.assignment(handle, EventKind.ASSIGNMENT_ACCEPTED, held, now);
          }
          return Assignments.json(handle, now, held);
        });
  }

  private record Terms(
      String requesterId,
      String state,
      Instant expires,
      long allowedSeconds,
      boolean mixes,
      Progress progress) {}

  private static String take(
      Handle handle, Instant now, String workerId, String groupId, String key) {
    Terms terms = terms(handle, now, workerId, groupId);
    if (!terms.state().equals("PUBLISHED")) {
      throw new Fault.Refused(Refusal.NOT_FOUND, groupId);
    }
    Admission.of(handle, now, workerId).requireAccept(groupId);
    if (holds(handle, now, workerId, groupId)) {
      throw new Fault.Refused(Refusal.ALREADY_HELD);
    }
    if (!terms.expires().isAfter(now)) {
      throw new Fault.Refused(Refusal.GROUP_EXPIRED, terms.expires());
    }
    String id = Ids.next();
    Instant deadline = now.plusSeconds(terms.allowedSeconds());
    Slots.Taken taken =
        mixedIn(handle, now, workerId, groupId, terms)
            .map(task -> Slots.ofMixed(handle, task, groupId, id, deadline))
            .or(() -> Slots.take(handle, now, deadline, workerId, groupId, terms.progress(), id))
            .orElseThrow(() -> new Fault.Refused(Refusal.NO_TASK_LEFT));
    handle.execute(
        "insert into assignment (id, slot_id, task_id, group_id, requester_id, worker_id, state,"
            + " accept_key, accepted, deadline) values (?, ?, ?, ?, ?, ?, 'HELD', ?, ?, ?)",
        id,
        taken.id(),
        taken.taskId(),
        groupId,
        terms.requesterId(),
        workerId,
        key,
        now.toEpochMilli(),
        deadline.toEpochMilli());
    return id;
  }

  /** Such a task comes only where another might: else it would be known by coming alone. */
  private static Optional<String> mixedIn(
      Handle handle, Instant now, String workerId, String groupId, Terms terms) {
    return terms.mixes() && Slots.isLeft(handle, now, workerId, groupId, terms.progress())
        ? MixedGold.draw(handle, groupId, workerId)
            .or(() -> MixedRepeats.draw(handle, groupId, workerId))
        : Optional.empty();
  }

  private static Terms terms(Handle handle, Instant now, String workerId, String groupId) {
    return handle
        .createQuery(
            """
            select g.requester_id, g.state, g.expires, g.allowed_seconds, g.copies,
              coalesce(w.tasks, 0) as mine, coalesce(q.gold_rate + q.repeat_rate, 0) as mixed
            from task_group g
              left join group_quality q on q.group_id = g.id
              left join work_time w on w.group_id = g.id and w.worker_id = :worker
            where g.id = :group
            """)
        .bind("group", groupId)
        .bind("worker", workerId)
        .map(
            (row, context) ->
                new Terms(
                    row.getString("requester_id"),
                    row.getString("state"),
                    Instant.ofEpochMilli(row.getLong("expires")),
                    row.getLong("allowed_seconds"),
                    row.getDouble("mixed") > 0,
                    row.getInt("copies") > 1 && row.getInt("mine") > Progress.MANY
                        ? Progress.kept(handle, workerId, groupId, now)
                        : Progress.NONE))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, groupId));
  }

  private static boolean holds(Handle handle, Instant now, String workerId, String groupId) {
    return handle
        .createQuery(
            "select 1 from assignment where worker_id = :worker and group_id = :group"
                + " and submitted is null and state = 'HELD' and deadline > :now")
        .bind("worker", workerId)
        .bind("group", groupId)
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** What a worker holds: what is to be done again, then the rest, the nearest deadline first. */
  public List<AssignmentJson> held(String workerId) {
    return store.read(
        handle -> {
          Instant now = clock.instant();
          return handle
              .createQuery(
                  Held.SELECT
                      + " where a.worker_id = :worker and a.state = 'HELD' and a.deadline > :now"
                      + " union all "
                      + Held.SELECT
                      + " where a.worker_id = :worker and a.state = 'SUBMITTED'"
                      + " and a.redo_until is not null and a.redo_until > :now")
              .bind("worker", workerId)
              .bind("now", now.toEpochMilli())
              .map((row, context) -> Held.of(row))
              .list()
              .stream()
              .sorted(
                  Comparator.comparing((Held held) -> !held.redoAt(now))
                      .thenComparing(held -> held.deadlineAt(now))
                      .thenComparing(Held::id))
              .map(held -> Assignments.json(handle, now, held))
              .toList();
        });
  }

  /**
   * One assignment of a worker, in any state.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the worker has none of this id
   */
  public AssignmentJson assignment(String workerId, String id) {
    approvals.settleFor(workerId);
    return store.read(
        handle -> Assignments.json(handle, clock.instant(), Held.ofWorker(handle, id, workerId)));
  }

  /**
   * Gives a task back; does nothing where that was done before. What was to be done again stands as
   * it was then, and waits for a decision.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, or {@link Refusal#ANSWER_CONFLICT} where
   *     it was answered
   */
  public AssignmentJson giveBack(String workerId, String id) {
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Held held = Held.ofWorker(handle, id, workerId);
          if (held.submitted().isPresent()) {
            Redos.decline(handle, held, clock.instant());
            return Assignments.json(handle, clock.instant(), Held.find(handle, id));
          }
          Instant now = clock.instant();
          int returned =
              handle.execute(
                  "update assignment set state = 'RETURNED', returned = ?"
                      + " where id = ? and state = 'HELD'",
                  now.toEpochMilli(),
                  id);
          if (returned == 1) {
            Telling.assignment(handle, EventKind.ASSIGNMENT_RETURNED, held, now);
          }
          Slots.free(handle, held.slotId(), id, held.accepted(), now);
          if (returned == 1) {
            Ended.returned(handle, held, now);
          }
          return Assignments.json(handle, clock.instant(), Held.find(handle, id));
        });
  }
}
