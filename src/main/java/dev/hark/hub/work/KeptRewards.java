package dev.hark.hub.work;

import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Kind;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.ledger.Transfer;
import dev.hark.task.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Reward and fee of rejected answers, kept in a book of each answer's own for as long as the
 * rejection may well be turned round: until the worker can no longer object, or, where they did,
 * until the objection is answered. How long stands with the rejection. What is kept for longer than
 * that is given back by whoever next looks at the requester's money, and belongs to nobody else
 * meanwhile. Every method works within the transaction of the handle.
 */
final class KeptRewards {
  /** No moment ends it: an objection waits for its answer. */
  private static final long OPEN = GroupWriter.NEVER;

  private static final int BATCH = 200;

  private static final String TERMS =
      """
      select a.id, a.group_id, a.requester_id, g.reward_minor + g.fee_minor as minor, g.currency
      from assignment a join task_group g on g.id = a.group_id where a.id in (<ids>)
      """;

  private final Ledger ledger;

  KeptRewards(Ledger ledger) {
    this.ledger = ledger;
  }

  private record Kept(String assignmentId, String groupId, String requesterId, Money amount) {}

  /** Keeps what was set aside for an answer that was just rejected for good. */
  void keep(Handle handle, String assignmentId, Instant now) {
    handle.execute(
        "update rejection set kept_until = answer_until + ?"
            + " where assignment_id = ? and kept_until is null",
        Slots.CLOCKS.toMillis(),
        assignmentId);
    move(handle, List.of(assignmentId), now);
  }

  /**
   * Keeps the money of slots that were just closed for the rejected answers to them that may still
   * be turned round; of several to one slot, for one.
   *
   * @return for how many slots; the money of the others is not needed any more
   */
  int keepOfSlots(Handle handle, List<String> slotIds, Instant now) {
    int kept = 0;
    for (int from = 0; from < slotIds.size(); from += BATCH) {
      List<String> ids =
          handle
              .createQuery(
                  """
                  update rejection set kept_until =
                    case when objected is null then answer_until + :clocks else :open end
                  where kept_until is null and assignment_id in (
                    select max(r.assignment_id) from slot s
                      join assignment a on a.task_id = s.task_id and a.submitted is not null
                        and a.slot_id = s.id
                      join rejection r on r.assignment_id = a.id
                    where s.id in (<slots>) and r.overturned is null and r.dismissed is null
                      and r.kept_until is null
                      and (r.objected is not null or r.answer_until > :now)
                    group by s.id)
                  returning assignment_id
                  """)
              .bind("clocks", Slots.CLOCKS.toMillis())
              .bind("open", OPEN)
              .bind("now", now.toEpochMilli())
              .bindList("slots", slotIds.subList(from, Math.min(from + BATCH, slotIds.size())))
              .mapTo(String.class)
              .list();
      move(handle, ids, now);
      kept += ids.size();
    }
    return kept;
  }

  private void move(Handle handle, List<String> assignmentIds, Instant now) {
    List<Transfer> transfers = new ArrayList<>();
    for (Kept one : terms(handle, assignmentIds)) {
      transfers.add(
          new Transfer(
              "kept:" + one.assignmentId(),
              Kind.KEPT,
              Book.escrow(one.groupId()),
              Book.kept(one.assignmentId()),
              one.amount(),
              now));
    }
    ledger.postAll(handle, transfers);
  }

  /** The worker objected in time: what is kept stays until that is answered. */
  static void objected(Handle handle, String assignmentId) {
    handle.execute(
        "update rejection set kept_until = ? where assignment_id = ? and kept_until is not null",
        OPEN,
        assignmentId);
  }

  /**
   * Takes what is kept for an answer, to pay it.
   *
   * @return false where nothing is kept
   */
  static boolean take(Handle handle, String assignmentId) {
    return handle.execute(
            "update rejection set kept_until = null"
                + " where assignment_id = ? and kept_until is not null",
            assignmentId)
        == 1;
  }

  /** Gives back what is kept for an answer, if anything is. */
  void release(Handle handle, String assignmentId, Instant now) {
    if (take(handle, assignmentId)) {
      giveBack(handle, List.of(assignmentId), now);
    }
  }

  /** Gives a requester back what was kept for long enough. */
  void releaseDue(Handle handle, String requesterId, Instant now) {
    while (true) {
      List<String> due =
          handle
              .createQuery(
                  """
                  update rejection set kept_until = null where kept_until <= :now
                    and assignment_id in (select r.assignment_id from rejection r
                      where r.requester_id = :requester and r.kept_until <= :now
                      order by r.kept_until, r.assignment_id limit :batch)
                  returning assignment_id
                  """)
              .bind("requester", requesterId)
              .bind("now", now.toEpochMilli())
              .bind("batch", BATCH)
              .mapTo(String.class)
              .list();
      giveBack(handle, due, now);
      if (due.size() < BATCH) {
        return;
      }
    }
  }

  /** Whether {@link #releaseDue} would give anything back. */
  static boolean isDue(Handle handle, String requesterId, Instant now) {
    return handle
        .createQuery(
            "select 1 from rejection where requester_id = :requester and kept_until <= :now limit"
                + " 1")
        .bind("requester", requesterId)
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void giveBack(Handle handle, List<String> assignmentIds, Instant now) {
    List<Transfer> transfers = new ArrayList<>();
    for (Kept one : terms(handle, assignmentIds)) {
      transfers.add(
          new Transfer(
              "release:" + one.groupId() + ":rejected:" + one.assignmentId(),
              Kind.RELEASE,
              Book.kept(one.assignmentId()),
              Book.requester(one.requesterId()),
              one.amount(),
              now));
    }
    ledger.postAll(handle, transfers);
  }

  private static List<Kept> terms(Handle handle, List<String> assignmentIds) {
    if (assignmentIds.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(TERMS)
        .bindList("ids", assignmentIds)
        .map(
            (row, context) ->
                new Kept(
                    row.getString("id"),
                    row.getString("group_id"),
                    row.getString("requester_id"),
                    Money.of(row.getLong("minor"), row.getString("currency"))))
        .list();
  }
}
