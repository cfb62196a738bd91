package dev.hark.hub.work;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Asks for another answer in the place of a rejected one, and takes that back. */
final class AnswersWanted {
  private final Funds funds;

  AnswersWanted(Funds funds) {
    this.funds = funds;
  }

  /**
   * Somebody else may answer the task, unless the requester's money does not cover it, or the group
   * is over.
   */
  void open(Handle handle, Held held, Instant now) {
    String currency = held.reward().currency().getCurrencyCode();
    if (funds.missing(handle, held.requesterId(), currency) + held.reward().minor() > 0) {
      return;
    }
    int opened =
        handle.execute(
            "update slot set done = 0, holder = null, held_until = ? where id = ? and done = 1"
                + " and exists (select 1 from task_group g where g.id = slot.group_id"
                + " and g.state = 'PUBLISHED' and g.expires > ?)",
            now.minus(Slots.CLOCKS).toEpochMilli(),
            held.slotId(),
            now.toEpochMilli());
    if (opened == 1) {
      handle.execute(
          "update task_group set open_slots = open_slots + 1 where id = ?", held.groupId());
    }
  }

  /** No further answer is wanted for this one, unless somebody has begun with it or has done it. */
  void close(Handle handle, Held held, Instant now) {
    int closed =
        handle.execute(
            "update slot set done = 1, holder = ?, held_until = 0"
                + " where id = ? and done = 0 and held_until <= ?",
            held.id(),
            held.slotId(),
            now.toEpochMilli());
    if (closed == 1) {
      handle.execute(
          "update task_group set open_slots = open_slots - 1 where id = ?", held.groupId());
    }
  }
}
