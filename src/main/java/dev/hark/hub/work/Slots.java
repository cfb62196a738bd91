package dev.hark.hub.work;

import dev.hark.hub.store.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The places for answers. A slot is free, held until a moment, done, or withdrawn (done without an
 * answer). A slot that nobody ever held has {@code held_until} 0; one that was given back or ran
 * out has a moment in the past. Both are looked up by index, so that neither the size of a group
 * nor what a worker did before matters.
 */
final class Slots {
  /** Clocks of several hubs on one database may differ by this much. */
  static final Duration CLOCKS = Duration.ofMinutes(1);

  private static final String UNANSWERED =
      """
       and not exists (select 1 from assignment mine
         where mine.task_id = s.task_id and mine.worker_id = :worker
           and mine.submitted is not null)
      """;

  /** Tasks that this worker had before and did not answer, the newest ones. */
  private static final String HAD_BEFORE =
      """
      select s.id from slot s
      where s.task_id in (select had.task_id from assignment had
          where had.worker_id = :worker and had.group_id = :group and had.submitted is null
          order by had.deadline desc limit 20)
        and s.group_id = :group and s.done = 0 and s.held_until <= :now
      """
          + UNANSWERED
          + " order by s.position limit 1 <skipLocked>";

  private static final String RELEASED =
      """
      select s.id from slot s
      where s.group_id = :group and s.done = 0
        and s.held_until > :released and s.held_until <= :now
      """
          + UNANSWERED
          + " order by s.held_until, s.position limit 1 <skipLocked>";

  private static final String FRESH =
      """
      select s.id from slot s
      where s.group_id = :group and s.done = 0 and s.held_until = 0 and s.position >= :fresh
      """
          + UNANSWERED
          + " order by s.position limit 1 <skipLocked>";

  private Slots() {}

  /**
   * A slot that was taken.
   *
   * @param id the slot's
   * @param taskId its task
   */
  record Taken(String id, String taskId) {}

  /**
   * Takes a slot of a group for a worker: one of a task that they had before, else one that was
   * released, else the first that nobody had. Each try is one conditional update: whoever comes
   * second finds the slot held. Nothing is taken of a group that has expired or is not published.
   *
   * @param progress where to begin to look
   * @param assignmentId the new holder
   */
  static Optional<Taken> take(
      Handle handle,
      Instant now,
      Instant deadline,
      String workerId,
      String groupId,
      Progress progress,
      String assignmentId) {
    for (String pick : new String[] {HAD_BEFORE, RELEASED, FRESH}) {
      Query query =
          handle
              .createQuery(
                  "update slot set holder = :id, held_until = :deadline where id = ("
                      + pick
                      + """
                      ) and done = 0 and held_until <= :now
                        and exists (select 1 from task_group g where g.id = :group
                          and g.state = 'PUBLISHED' and g.expires > :now)
                      returning id, task_id
                      """)
              .bind("id", assignmentId)
              .bind("deadline", deadline.toEpochMilli())
              .bind("now", now.toEpochMilli())
              .bind("group", groupId)
              .bind("worker", workerId);
      if (pick.equals(RELEASED)) {
        query.bind("released", progress.releasedFrom());
      } else if (pick.equals(FRESH)) {
        query.bind("fresh", progress.freshFrom());
      }
      Optional<Taken> taken =
          query
              .map((row, context) -> new Taken(row.getString("id"), row.getString("task_id")))
              .findOne();
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  /** Whether {@link #take} would find a slot. */
  static boolean isLeft(
      Handle handle, Instant now, String workerId, String groupId, Progress progress) {
    for (String pick : new String[] {HAD_BEFORE, RELEASED, FRESH}) {
      Query query =
          handle
              .createQuery(pick.replace(" <skipLocked>", ""))
              .bind("group", groupId)
              .bind("worker", workerId);
      if (!pick.equals(FRESH)) {
        query.bind("now", now.toEpochMilli());
      }
      if (pick.equals(RELEASED)) {
        query.bind("released", progress.releasedFrom());
      } else if (pick.equals(FRESH)) {
        query.bind("fresh", progress.freshFrom());
      }
      if (query.mapTo(String.class).findOne().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** A place for an answer to a task that is mixed in: one that is not among those wanted. */
  static Taken ofMixed(
      Handle handle, String taskId, String groupId, String assignmentId, Instant deadline) {
    String id = Ids.next();
    handle.execute(
        "insert into slot (id, group_id, task_id, position, done, holder, held_until)"
            + " values (?, ?, ?, -1, 1, ?, ?)",
        id,
        groupId,
        taskId,
        assignmentId,
        deadline.toEpochMilli());
    return new Taken(id, taskId);
  }

  /**
   * Frees a slot at once, also for hubs whose clock is a little behind.
   *
   * @param taken when its holder took it
   */
  static void free(Handle handle, String slotId, String assignmentId, Instant taken, Instant now) {
    handle.execute(
        "update slot set holder = null, held_until = ? where id = ? and holder = ? and done = 0",
        freeFrom(taken, now).toEpochMilli(),
        slotId,
        assignmentId);
  }

  /**
   * From when on others may take a slot that is free now. Not before it was last taken: whoever had
   * it until then would else see it lent while, by the same clock, their own time is not over.
   */
  static Instant freeFrom(Instant taken, Instant now) {
    Instant early = now.minus(CLOCKS);
    return taken.isAfter(early) ? taken : early;
  }

  /**
   * Opens the slots of a group that were withdrawn.
   *
   * @return how many
   */
  static int open(Handle handle, String groupId, Instant now) {
    int opened =
        handle
            .createUpdate(
                """
                update slot set done = 0, withdrawn = 0, holder = null,
                  held_until = case when held_until = 0 or held_until > :now then held_until
                    else :now end
                where group_id = :group and withdrawn = 1
                """)
            .bind("now", now.minus(CLOCKS).toEpochMilli())
            .bind("group", groupId)
            .execute();
    handle.execute(
        "update task_group set open_slots = open_slots + ? where id = ?", opened, groupId);
    return opened;
  }

  /**
   * Slots that were withdrawn.
   *
   * @param count how many
   * @param hadBefore those among them that somebody once had
   */
  record Withdrawn(int count, List<String> hadBefore) {}

  /**
   * Withdraws the slots of a group that nobody holds, and notes when those that are held are to be
   * looked at again.
   *
   * @param idleSince those that nobody held at this moment or since
   */
  static Withdrawn withdraw(Handle handle, String groupId, Instant idleSince) {
    String withdraw =
        "update slot set done = 1, withdrawn = 1, holder = null where group_id = :group and done ="
            + " 0";
    List<String> hadBefore =
        handle
            .createQuery(withdraw + " and held_until > 0 and held_until <= :idle returning id")
            .bind("group", groupId)
            .bind("idle", idleSince.toEpochMilli())
            .mapTo(String.class)
            .list();
    int fresh =
        handle.createUpdate(withdraw + " and held_until = 0").bind("group", groupId).execute();
    int withdrawn = hadBefore.size() + fresh;
    handle.execute(
        "update task_group set open_slots = open_slots - ? where id = ?", withdrawn, groupId);
    // Only now, with the group locked, is a slot seen that a rejection has opened meanwhile.
    handle.execute(
        "update task_group set close_due ="
            + " (select max(s.held_until) + ? from slot s where s.group_id = ? and s.done = 0)"
            + " where id = ?",
        Leases.GRACE.toMillis(),
        groupId,
        groupId);
    return new Withdrawn(withdrawn, hadBefore);
  }
}
