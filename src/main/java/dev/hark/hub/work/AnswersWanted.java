package dev.hark.hub.work;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Asks for another answer in the place of a rejected one, for the money that is set aside for it,
 * and takes that back.
 */
final class AnswersWanted {
  private AnswersWanted() {}

  /**
   * Somebody else may answer the task, unless the group is over.
   *
   * @return false where it is, or the task wants no answer more than it had
   */
  static boolean open(Handle handle, Held held, Instant now) {
    int opened =
        handle.execute(
            "update slot set done = 0, holder = null, held_until = ? where id = ? and done = 1"
                + " and exists (select 1 from task_group g where g.id = slot.group_id"
                + " and g.state = 'PUBLISHED' and g.expires > ?)",
            Slots.freeFrom(held.submitted().orElseThrow(), now).toEpochMilli(),
            held.slotId(),
            now.toEpochMilli());
    if (opened == 1) {
      // Where the group has ended since, it is looked at once more, and this place withdrawn.
      handle.execute(
          "update task_group set open_slots = open_slots + 1, close_due ="
              + " case when close_due is null and expires < ? then expires else close_due end"
              + " where id = ?",
          GroupWriter.NEVER,
          held.groupId());
    }
    return opened == 1;
  }

  /**
   * No further answer is wanted for this one, unless somebody has begun with it or has done it.
   *
   * @return whether one was wanted until now
   */
  static boolean close(Handle handle, Held held, Instant now) {
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
    return closed == 1;
  }
}
