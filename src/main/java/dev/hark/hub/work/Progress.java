package dev.hark.hub.work;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Where to begin to look for a free slot that a worker can take. Where several answers are wanted
 * for each task, whoever answered many of a group's tasks would else look at all of those each
 * time.
 *
 * @param freshFrom every slot that nobody ever held, of a lower position, is of a task that they
 *     answered
 * @param releasedFrom every slot that was released at this moment or before, is too
 */
record Progress(int freshFrom, long releasedFrom) {
  /** Looking at this many in vain is worth a note. */
  static final int MANY = 32;

  /** Slots that are released by a hub whose clock is behind must still be found. */
  private static final Duration CLOCKS = Slots.CLOCKS.multipliedBy(5);

  static final Progress NONE = new Progress(0, 0);

  private static final String ANSWERED =
      """
      exists (select 1 from assignment mine where mine.task_id = s.task_id
        and mine.worker_id = :worker and mine.submitted is not null)
      """;

  private static final String FRESH =
      " from slot s where s.group_id = :group and s.done = 0 and s.held_until = 0"
          + " and s.position >= :from ";

  private static final String RELEASED =
      " from slot s where s.group_id = :group and s.done = 0 and s.held_until > :from"
          + " and s.held_until <= :now ";

  static Progress of(Handle handle, String workerId, String groupId) {
    return handle
        .createQuery(
            "select fresh_from, released_from from progress"
                + " where worker_id = :worker and group_id = :group")
        .bind("worker", workerId)
        .bind("group", groupId)
        .map((row, context) -> new Progress(row.getInt("fresh_from"), row.getLong("released_from")))
        .findOne()
        .orElse(NONE);
  }

  /** How far a worker has come; noted where that spares many looks. */
  static Progress kept(Handle handle, String workerId, String groupId, Instant now) {
    Progress old = of(handle, workerId, groupId);
    long latest = now.minus(CLOCKS).toEpochMilli();
    int fresh =
        blocked(handle, FRESH, "s.position", workerId, groupId, old.freshFrom(), latest)
            ? (int) first(handle, FRESH, "s.position", workerId, groupId, old.freshFrom(), latest)
            : old.freshFrom();
    long released =
        blocked(handle, RELEASED, "s.held_until", workerId, groupId, old.releasedFrom(), latest)
            ? first(handle, RELEASED, "s.held_until", workerId, groupId, old.releasedFrom(), latest)
                - 1
            : old.releasedFrom();
    if (fresh > old.freshFrom() || released > old.releasedFrom()) {
      handle.execute(
          "insert into progress (worker_id, group_id, fresh_from, released_from)"
              + " values (?, ?, ?, ?) on conflict (worker_id, group_id) do update set"
              + " fresh_from = excluded.fresh_from, released_from = excluded.released_from",
          workerId,
          groupId,
          fresh,
          released);
    }
    return new Progress(fresh, released);
  }

  /** Whether the first many are all of tasks that the worker answered. */
  private static boolean blocked(
      Handle handle,
      String slots,
      String order,
      String workerId,
      String groupId,
      long from,
      long now) {
    String query =
        "select count(*) from (select s.task_id"
            + slots
            + "order by "
            + order
            + " limit "
            + MANY
            + ") as s where "
            + ANSWERED;
    return look(handle, query, workerId, groupId, from, now) == MANY;
  }

  /** Where the first stands whose task the worker did not answer; else behind the last. */
  private static long first(
      Handle handle,
      String slots,
      String order,
      String workerId,
      String groupId,
      long from,
      long now) {
    String query =
        "select coalesce((select "
            + order
            + slots
            + "and not "
            + ANSWERED
            + "order by "
            + order
            + " limit 1), (select max("
            + order
            + ") + 1"
            + slots
            + "))";
    return look(handle, query, workerId, groupId, from, now);
  }

  private static long look(
      Handle handle, String text, String workerId, String groupId, long from, long now) {
    Query query =
        handle.createQuery(text).bind("worker", workerId).bind("group", groupId).bind("from", from);
    if (text.contains(":now")) {
      query.bind("now", now);
    }
    return query.mapTo(Long.class).one();
  }
}
