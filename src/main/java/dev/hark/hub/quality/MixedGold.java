package dev.hark.hub.quality;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Gold tasks that workers meet among the others. */
public final class MixedGold {
  private MixedGold() {}

  /**
   * The gold task that this worker is to get next in a group, if any; the same one until it is
   * answered. It is promised: its answer counts among those that are paid for.
   *
   * @return empty where the next task is to be one of the others
   */
  public static Optional<String> draw(Handle handle, String groupId, String workerId) {
    GroupWishes group = GroupWishes.of(handle, groupId);
    if (group.wishes().goldRate() == 0 || group.goldTasks() == 0) {
      return Optional.empty();
    }
    GoldDraw draw = new GoldDraw(HubSecret.of(handle, "gold"), groupId, workerId);
    Meeting meeting = Meeting.of(handle, groupId, workerId);
    if (meeting.lent().isEmpty() && !draw.isGold(meeting.answered(), group.wishes().goldRate())) {
      return Optional.empty();
    }
    // Whoever closes the group sees what is lent here, or has taken the promise back.
    group = GroupWishes.locked(handle, groupId);
    meeting = Meeting.of(handle, groupId, workerId);
    if (meeting.lent().isPresent()) {
      return meeting.lent();
    }
    Optional<String> task = unmet(handle, draw, group, meeting, groupId, workerId);
    if (task.isEmpty() || !promise(handle, groupId)) {
      return Optional.empty();
    }
    Meeting.lend(handle, groupId, workerId, task.get());
    return task;
  }

  /** Gold that was added later moves the walk: what was met already is passed over. */
  private static Optional<String> unmet(
      Handle handle,
      GoldDraw draw,
      GroupWishes group,
      Meeting meeting,
      String groupId,
      String workerId) {
    for (int step = meeting.met(); step < meeting.met() + group.goldTasks(); step++) {
      if (meeting.met() >= group.goldTasks()) {
        return Optional.empty();
      }
      Optional<String> task =
          GroupWishes.goldTask(handle, groupId, draw.which(step, group.goldTasks()));
      if (task.isPresent() && !answered(handle, task.get(), workerId)) {
        return task;
      }
    }
    return Optional.empty();
  }

  private static boolean answered(Handle handle, String taskId, String workerId) {
    return handle
        .createQuery(
            "select 1 from assignment where task_id = :task and worker_id = :worker"
                + " and submitted is not null")
        .bind("task", taskId)
        .bind("worker", workerId)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  private static boolean promise(Handle handle, String groupId) {
    return handle.execute(
            "update group_quality set gold_lent = gold_lent + 1"
                + " where group_id = ? and gold_lent < gold_budget",
            groupId)
        == 1;
  }
}
