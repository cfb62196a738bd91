package dev.hark.hub.work;

import dev.hark.hub.quality.GroupWishes;
import dev.hark.hub.store.Ids;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside for answers to gold that is mixed in. A group that is closed, or whose answers
 * are all in and decided, needs it for those who hold gold at that moment, and for nobody else.
 * Every method works within the transaction of the handle.
 */
final class GoldFunds {
  private final Payments payments;

  GoldFunds(Payments payments) {
    this.payments = payments;
  }

  /** Gold that is held by somebody who may still hand it in. */
  private record Held(int leases, long until) {}

  /**
   * A group is closed: gives back what was set aside for gold that nobody holds.
   *
   * @param idleSince leases that ended at this moment or before it are over, grace and all
   */
  void closed(Handle handle, String groupId, Instant idleSince, Instant now) {
    shrink(handle, GroupWishes.locked(handle, groupId), groupId, idleSince, now)
        .filter(held -> held.leases() > 0)
        .ifPresent(
            held -> {
              long again = held.until() + Leases.GRACE.toMillis();
              handle.execute(
                  "update task_group set close_due = ?"
                      + " where id = ? and (close_due is null or close_due < ?)",
                  again,
                  groupId,
                  again);
            });
  }

  /** The same for a group that is open, where its answers are all in and decided. */
  void done(Handle handle, String groupId, Instant now) {
    GroupWishes before = GroupWishes.of(handle, groupId);
    if (before.budget() == before.answered() || !isFull(handle, groupId)) {
      return;
    }
    // Whoever decides on the last but one at the same moment has committed, or sees this.
    GroupWishes group = GroupWishes.locked(handle, groupId);
    if (!undecided(handle, groupId)) {
      Instant idleSince = now.minus(Leases.GRACE);
      shrink(handle, group, groupId, idleSince, now)
          .filter(held -> held.leases() > 0)
          .ifPresent(held -> dueAgain(handle, groupId, held.until() + Leases.GRACE.toMillis()));
    }
  }

  /** When an open group is to be looked at again, at the latest when it ends. */
  static void dueAgain(Handle handle, String groupId, @Nullable Long again) {
    long at = again == null ? GroupWriter.NEVER : again;
    handle.execute(
        "update task_group set close_due = case when expires < ? then expires else ? end"
            + " where id = ?",
        at,
        again,
        groupId);
  }

  private static boolean isFull(Handle handle, String groupId) {
    return handle
        .createQuery(
            "select 1 from task_group"
                + " where id = :group and open_slots = 0 and state = 'PUBLISHED'")
        .bind("group", groupId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static boolean undecided(Handle handle, String groupId) {
    return handle
        .createQuery(
            "select 1 from assignment where group_id = :group and state = 'SUBMITTED' limit 1")
        .bind("group", groupId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Optional<Held> shrink(
      Handle handle, GroupWishes before, String groupId, Instant idleSince, Instant now) {
    if (before.budget() == before.answered()) {
      return Optional.empty();
    }
    // A late answer loses its place here, or has been taken before.
    handle.execute(
        "update slot set holder = null where group_id = ? and position = -1"
            + " and held_until <= ? and holder in (select a.id from assignment a"
            + " where a.group_id = ? and a.state = 'HELD')",
        groupId,
        idleSince.toEpochMilli(),
        groupId);
    Held held =
        handle
            .createQuery(
                "select count(*) as leases, coalesce(max(s.held_until), 0) as until from slot s"
                    + " join assignment a on a.id = s.holder and a.state = 'HELD'"
                    + " where s.group_id = :group and s.position = -1")
            .bind("group", groupId)
            .map((row, context) -> new Held(row.getInt("leases"), row.getLong("until")))
            .one();
    int needed = before.answered() + held.leases();
    if (needed < before.budget()) {
      handle.execute(
          "update group_quality set gold_budget = ?, gold_lent = ? where group_id = ?",
          needed,
          needed,
          groupId);
      // What was promised and not taken is promised no more.
      handle.execute(
          "update gold_meeting set lent = null where group_id = ? and lent is not null"
              + " and not exists (select 1 from slot s"
              + " join assignment a on a.id = s.holder and a.state = 'HELD'"
              + " where s.group_id = gold_meeting.group_id and s.position = -1"
              + " and a.worker_id = gold_meeting.worker_id)",
          groupId);
      payments.release(handle, groupId, before.budget() - needed, "gold:" + Ids.next(), now);
    }
    return Optional.of(held);
  }

  /** More is wanted of a group that is open: sets aside what its gold may cost then. */
  void opened(Handle handle, String groupId, Instant now) {
    GroupWishes before = GroupWishes.locked(handle, groupId);
    if (before.wishes().goldRate() == 0) {
      return;
    }
    int wanted =
        handle
            .createQuery(
                "select case when open_slots = 0 then 0 else tasks * copies end"
                    + " from task_group where id = :group")
            .bind("group", groupId)
            .mapTo(Integer.class)
            .one();
    int budget = before.wishes().budget(wanted);
    if (budget > before.budget()) {
      payments.escrow(handle, groupId, budget - before.budget(), "gold:" + Ids.next(), now);
      handle.execute(
          "update group_quality set gold_budget = ? where group_id = ?", budget, groupId);
    }
  }
}
