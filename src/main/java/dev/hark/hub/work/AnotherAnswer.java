package dev.hark.hub.work;

import dev.hark.hub.store.Ids;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** Asks for one more answer to a single task, for money that the caller sets aside. */
public final class AnotherAnswer {
  private AnotherAnswer() {}

  /**
   * Somebody else may answer the task too. Takes part in the transaction of the handle; whoever
   * calls it puts reward and fee of one answer into the group's escrow in the same one.
   *
   * @param counted whether the caller's own count lets it; asked while the group is held already,
   *     so that locks are taken in the order in which those who answer tasks take them
   * @return false where the group is over or not on the market, or the count does not let it
   */
  public static boolean want(
      Handle handle, String groupId, String taskId, Instant now, BooleanSupplier counted) {
    boolean open =
        handle.execute(
                "update task_group set open_slots = open_slots + 1, close_due ="
                    + " case when close_due is null and expires < ? then expires else close_due end"
                    + " where id = ? and state = 'PUBLISHED' and expires > ?",
                GroupWriter.NEVER,
                groupId,
                now.toEpochMilli())
            == 1;
    if (open && !counted.getAsBoolean()) {
      handle.execute("update task_group set open_slots = open_slots - 1 where id = ?", groupId);
      return false;
    }
    if (open) {
      handle.execute(
          "insert into slot (id, group_id, task_id, position, done, withdrawn)"
              + " values (?, ?, ?, ?, 0, 0)",
          Ids.next(),
          groupId,
          taskId,
          TaskWriter.Start.after(handle, groupId).slot());
    }
    return open;
  }
}
