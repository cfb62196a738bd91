package dev.hark.hub.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps up what is known of groups and requesters from the work that was done: work times, counts
 * of decisions, time to payment.
 */
final class Figures {
  /** The median time to payment is taken over this many payments, the newest. */
  private static final int PAYMENTS = 200;

  private Figures() {}

  /** One more task done by a worker in a group. Follow with {@link #quartiles}. */
  static void timed(Handle handle, String groupId, String workerId, long millis) {
    // Nobody works in no time: a clock that stands still would give no pay per hour at all.
    timed(handle, groupId, Map.of(workerId, List.of(Math.max(millis, 1))));
  }

  /**
   * Several tasks done in a group. Follow with {@link #quartiles}.
   *
   * @param millis what each took, by worker
   */
  static void timed(Handle handle, String groupId, Map<String, List<Long>> millis) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into work_time (group_id, worker_id, total_millis, tasks) values (?, ?, ?, ?)"
                + " on conflict (group_id, worker_id) do update set"
                + " total_millis = work_time.total_millis + excluded.total_millis,"
                + " tasks = work_time.tasks + excluded.tasks");
    millis.forEach(
        (workerId, each) ->
            batch.add(
                groupId, workerId, each.stream().mapToLong(Long::longValue).sum(), each.size()));
    batch.execute();
  }

  /** Stores the quartiles over workers, each worker's mean first, on the group. */
  static void quartiles(Handle handle, String groupId) {
    List<Double> seconds =
        handle
            .createQuery(
                "select total_millis / 1000.0 / tasks from work_time where group_id = :group"
                    + " order by 1")
            .bind("group", groupId)
            .mapTo(Double.class)
            .list();
    if (!seconds.isEmpty()) {
      handle.execute(
          "update task_group set lower_seconds = ?, upper_seconds = ?, timed_workers = ?"
              + " where id = ?",
          quantile(seconds, 0.25),
          quantile(seconds, 0.75),
          seconds.size(),
          groupId);
    }
  }

  /** Linear between the two nearest ranks. */
  static double quantile(List<Double> sorted, double share) {
    double rank = share * (sorted.size() - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
  }

  /** More decisions of a requester. Follow with {@link #payTime} where some were approvals. */
  static void decided(Handle handle, String requesterId, int decisions, int approvals) {
    handle.execute(
        "update standing set decided = decided + ?, approved = approved + ?"
            + " where requester_id = ?",
        decisions,
        approvals,
        requesterId);
  }

  /** Stores the requester's median time from submit to payment. */
  static void payTime(Handle handle, String requesterId) {
    List<Long> millis =
        handle
            .createQuery(
                "select decided - submitted from assignment where requester_id = :requester"
                    + " and state = 'APPROVED' order by decided desc limit "
                    + PAYMENTS)
            .bind("requester", requesterId)
            .mapTo(Long.class)
            .list();
    Optional<Long> median = millis.stream().sorted().skip(millis.size() / 2).findFirst();
    handle.execute(
        "update standing set seconds_to_pay = ? where requester_id = ?",
        median.map(some -> some / 1000).orElse(null),
        requesterId);
  }
}
