package dev.hark.hub.quality;

import dev.hark.hub.store.Ids;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tasks that a worker answered before and gets once more among the others, so that it shows how far
 * they agree with themselves. Each is a task of its own, for this worker alone: what is said to it
 * is no second answer to the first.
 */
public final class MixedRepeats {
  /** More than this would be work that nobody needs. */
  public static final double MOST = 0.2;

  /** So many others lie between a task and the same once more. */
  private static final int APART = 3;

  private MixedRepeats() {}

  /** How many answers to such tasks are expected beside these, and paid for at most. */
  public static int budget(int answers, double rate) {
    return (int) Math.ceil(answers * rate / (1 - rate));
  }

  /**
   * The task that this worker is to get once more, if any; the same one until it is answered. It is
   * promised: its answer counts among those that are paid for.
   *
   * @return empty where the next task is to be one of the others
   */
  public static Optional<String> draw(Handle handle, String groupId, String workerId) {
    GroupWishes group = GroupWishes.of(handle, groupId);
    if (group.repeats().rate() == 0) {
      return Optional.empty();
    }
    GoldDraw draw = new GoldDraw(HubSecret.of(handle, "repeats"), groupId, workerId);
    Meeting meeting = Meeting.of(handle, groupId, workerId);
    if (meeting.lent().isPresent()) {
      return meeting.lent();
    }
    if (!draw.isGold(meeting.answered(), group.repeats().rate())) {
      return Optional.empty();
    }
    List<Answered> before = before(handle, groupId, workerId);
    if (before.isEmpty() || !promise(handle, groupId)) {
      return Optional.empty();
    }
    Answered again = before.get(draw.which(0, before.size()));
    String task = Ids.next();
    handle.execute(
        "insert into task (id, group_id, question, position)"
            + " select ?, group_id, question, -1 from task where id = ?",
        task,
        again.taskId());
    handle.execute(
        "insert into repeat_task (task_id, of_task_id, of_assignment_id, worker_id, group_id)"
            + " values (?, ?, ?, ?, ?)",
        task,
        again.taskId(),
        again.assignmentId(),
        workerId,
        groupId);
    Meeting.lend(handle, groupId, workerId, task);
    return Optional.of(task);
  }

  private record Answered(String assignmentId, String taskId) {}

  /** What they answered, but for the last ones, gold, and what came twice already. */
  private static List<Answered> before(Handle handle, String groupId, String workerId) {
    List<Answered> answered =
        handle
            .createQuery(
                """
                select a.id, a.task_id from assignment a join task t on t.id = a.task_id
                where a.worker_id = :worker and a.group_id = :group and t.position >= 0
                  and a.submitted is not null and a.state in ('SUBMITTED', 'APPROVED')
                  and not exists (select 1 from repeat_task r where r.of_assignment_id = a.id)
                order by a.submitted desc, a.id desc
                """)
            .bind("worker", workerId)
            .bind("group", groupId)
            .map((row, context) -> new Answered(row.getString("id"), row.getString("task_id")))
            .list();
    return answered.subList(Math.min(APART, answered.size()), answered.size());
  }

  private static boolean promise(Handle handle, String groupId) {
    return handle.execute(
            "update group_quality set repeats_lent = repeats_lent + 1, gold_lent = gold_lent + 1"
                + " where group_id = ? and repeats_lent < repeats_most"
                + " and gold_lent < gold_budget",
            groupId)
        == 1;
  }

  /**
   * From now on tasks of a group come twice, within the transaction of the handle; whoever calls it
   * sets the money for that many answers aside.
   *
   * @param rate how often a worker's next task is one, up to {@link #MOST}
   * @param most how many answers to them are paid for at most
   */
  public static void begin(Handle handle, String groupId, double rate, int most) {
    GroupWishes before = GroupWishes.locked(handle, groupId);
    GroupWishes.save(handle, groupId, before.wishes(), before.goldTasks(), before.budget() + most);
    handle.execute(
        "update group_quality set repeat_rate = ?, repeats_most = ? where group_id = ?",
        rate,
        most,
        groupId);
  }
}
