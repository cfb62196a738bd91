package dev.hark.hub.work;

import dev.hark.hub.hourly.Histogram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Keeps up what is known of groups and requesters from the work that was done: work times, counts
 * of decisions, time to payment. Each costs the same however much was done before.
 */
final class Figures {
  /** The median time to payment is taken over this many payments to twice as many, the newest. */
  private static final int BLOCK = 100;

  private Figures() {}

  private record Known(long total, int tasks, int bucket) {}

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
    Map<String, Known> before = known(handle, groupId, millis.keySet());
    Map<Integer, long[]> changes = new TreeMap<>();
    PreparedBatch times =
        handle.prepareBatch(
            "insert into work_time (group_id, worker_id, total_millis, tasks, bucket)"
                + " values (?, ?, ?, ?, ?) on conflict (group_id, worker_id) do update set"
                + " total_millis = excluded.total_millis, tasks = excluded.tasks,"
                + " bucket = excluded.bucket");
    millis.forEach(
        (workerId, each) -> {
          long total = each.stream().mapToLong(Long::longValue).sum();
          int tasks = each.size();
          Known known = before.get(workerId);
          if (known != null) {
            change(changes, known.bucket(), -1, -(known.total() / known.tasks()));
            total += known.total();
            tasks += known.tasks();
          }
          int bucket = Histogram.bucket(total / tasks);
          change(changes, bucket, 1, total / tasks);
          times.add(groupId, workerId, total, tasks, bucket);
        });
    times.execute();
    PreparedBatch buckets =
        handle.prepareBatch(
            "insert into work_time_bucket (group_id, bucket, entries, millis)"
                + " values (?, ?, ?, ?) on conflict (group_id, bucket) do update set"
                + " entries = work_time_bucket.entries + excluded.entries,"
                + " millis = work_time_bucket.millis + excluded.millis");
    changes.forEach((bucket, change) -> buckets.add(groupId, bucket, change[0], change[1]));
    buckets.execute();
  }

  private static Map<String, Known> known(Handle handle, String groupId, Set<String> workers) {
    Query query =
        handle.createQuery(
            "select worker_id, total_millis, tasks, bucket from work_time where group_id = :group"
                + (workers.size() == 1 ? " and worker_id = :worker" : ""));
    query.bind("group", groupId);
    if (workers.size() == 1) {
      query.bind("worker", workers.iterator().next());
    }
    Map<String, Known> known = new HashMap<>();
    query
        .map(
            (row, context) ->
                known.put(
                    row.getString("worker_id"),
                    new Known(
                        row.getLong("total_millis"), row.getInt("tasks"), row.getInt("bucket"))))
        .list();
    return known;
  }

  private static void change(Map<Integer, long[]> changes, int bucket, long entries, long millis) {
    long[] change = changes.computeIfAbsent(bucket, some -> new long[2]);
    change[0] += entries;
    change[1] += millis;
  }

  /** Stores the quartiles over workers, each worker's mean first, on the group. */
  static void quartiles(Handle handle, String groupId) {
    Histogram times =
        Histogram.of(
            handle
                .createQuery(
                    "select entries, millis from work_time_bucket"
                        + " where group_id = :group and entries > 0 order by bucket")
                .bind("group", groupId),
            "millis");
    if (times.entries() > 0) {
      handle.execute(
          "update task_group set lower_seconds = ?, upper_seconds = ?, timed_workers = ?"
              + " where id = ?",
          times.quantile(0.25) / 1000,
          times.quantile(0.75) / 1000,
          times.entries(),
          groupId);
    }
  }

  /** More decisions of a requester. Follow with {@link #paid} where some were approvals. */
  static void decided(Handle handle, String requesterId, int decisions, int approvals) {
    handle.execute(
        "update standing set decided = decided + ?, approved = approved + ?"
            + " where requester_id = ?",
        decisions,
        approvals,
        requesterId);
  }

  /**
   * More payments of a requester; stores the median time from submit to payment.
   *
   * @param millis what each took, the oldest first
   */
  static void paid(Handle handle, String requesterId, List<Long> millis) {
    if (millis.isEmpty()) {
      return;
    }
    long payments =
        handle
            .createQuery(
                "update standing set payments = payments + :more"
                    + " where requester_id = :requester returning payments")
            .bind("more", millis.size())
            .bind("requester", requesterId)
            .mapTo(Long.class)
            .one();
    long newest = (payments - 1) / BLOCK;
    record Place(long block, int bucket) {}
    Map<Place, long[]> places = new HashMap<>();
    long number = payments - millis.size();
    for (long each : millis) {
      if (number / BLOCK >= newest - 1) {
        long[] here =
            places.computeIfAbsent(
                new Place(number / BLOCK, Histogram.bucket(each)), some -> new long[2]);
        here[0]++;
        here[1] += Math.max(each, 0);
      }
      number++;
    }
    PreparedBatch buckets =
        handle.prepareBatch(
            "insert into pay_time_bucket (requester_id, block, bucket, entries, millis)"
                + " values (?, ?, ?, ?, ?) on conflict (requester_id, block, bucket) do update set"
                + " entries = pay_time_bucket.entries + excluded.entries,"
                + " millis = pay_time_bucket.millis + excluded.millis");
    places.forEach(
        (place, here) -> buckets.add(requesterId, place.block(), place.bucket(), here[0], here[1]));
    buckets.execute();
    handle.execute(
        "delete from pay_time_bucket where requester_id = ? and block < ?",
        requesterId,
        newest - 1);
    Histogram times =
        Histogram.of(
            handle
                .createQuery(
                    "select sum(entries) as entries, sum(millis) as millis from pay_time_bucket"
                        + " where requester_id = :requester group by bucket order by bucket")
                .bind("requester", requesterId),
            "millis");
    handle.execute(
        "update standing set seconds_to_pay = ? where requester_id = ?",
        (long) times.at(times.entries() / 2) / 1000,
        requesterId);
  }
}
