package dev.hark.hub.quality;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a worker met in a group among the tasks that are wanted: gold, and tasks of theirs that came
 * a second time.
 *
 * @param answered how many tasks of the group they answered, these counted
 * @param met how many of those were gold
 * @param repeated how many of those came a second time
 * @param lent the one that they have or had and did not answer
 */
public record Meeting(int answered, int met, int repeated, Optional<String> lent) {
  private static final Meeting NONE = new Meeting(0, 0, 0, Optional.empty());

  static Meeting of(Handle handle, String groupId, String workerId) {
    return handle
        .createQuery(
            "select answered, met, repeated, lent from gold_meeting"
                + " where group_id = :group and worker_id = :worker")
        .bind("group", groupId)
        .bind("worker", workerId)
        .map(
            (row, context) ->
                new Meeting(
                    row.getInt("answered"),
                    row.getInt("met"),
                    row.getInt("repeated"),
                    Optional.ofNullable(row.getString("lent"))))
        .findOne()
        .orElse(NONE);
  }

  static void lend(Handle handle, String groupId, String workerId, String taskId) {
    handle.execute(
        "insert into gold_meeting (group_id, worker_id, lent) values (?, ?, ?)"
            + " on conflict (group_id, worker_id) do update set lent = excluded.lent",
        groupId,
        workerId,
        taskId);
  }

  /** What kind of task was answered. */
  public enum Kind {
    WANTED,
    GOLD,
    REPEAT
  }

  /** A worker has answered a task of a group that mixes others in. */
  public static void answered(Handle handle, String groupId, String workerId, Kind kind) {
    handle.execute(
        "insert into gold_meeting (group_id, worker_id, answered, met, repeated)"
            + " values (?, ?, 1, ?, ?) on conflict (group_id, worker_id) do update set"
            + " answered = gold_meeting.answered + 1, met = gold_meeting.met + excluded.met,"
            + " repeated = gold_meeting.repeated + excluded.repeated"
            + (kind == Kind.WANTED ? "" : ", lent = null"),
        groupId,
        workerId,
        kind == Kind.GOLD ? 1 : 0,
        kind == Kind.REPEAT ? 1 : 0);
    if (kind != Kind.WANTED) {
      handle.execute(
          "update group_quality set gold_answered = gold_answered + 1 where group_id = ?", groupId);
    }
  }
}
