package dev.hark.hub.hourly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Keeps up what workers earn an hour of a group and of its requester. Each event costs the same
 * however much was done before: a line of sums for all time and one for the day, a line for each
 * worker, and the bucket in which the worker's own pay per hour stands.
 *
 * <p>In a transaction, it comes after what else locks the group's row, and before what locks the
 * requester's standing: the group first, then the requester, as everybody does it.
 */
public final class Earned {
  /** The day under which a requester's sums for all time stand. */
  static final long ALL_TIME = -1;

  /** Lines in one statement. */
  private static final int MOST = 40;

  private Earned() {}

  /**
   * A group, and who pays for it.
   *
   * @param currency of its rewards
   */
  public record Payer(String groupId, String requesterId, String currency) {}

  /** One event, within the transaction in which it happens. */
  public static void add(Handle handle, Payer payer, Share share) {
    add(handle, payer, List.of(share));
  }

  /** Several at once. */
  public static void add(Handle handle, Payer payer, List<Share> shares) {
    if (shares.isEmpty()) {
      return;
    }
    group(handle, payer, shares);
    days(handle, payer, shares);
    if (workers(handle, payer, shares)) {
      range(handle, payer.groupId());
    }
  }

  private static void group(Handle handle, Payer payer, List<Share> shares) {
    Sums all = Sums.NONE;
    for (Share share : shares) {
      all = all.plus(share);
    }
    handle.execute(
        "update task_group set earned_minor = earned_minor + ?,"
            + " earned_millis = earned_millis + ?, earned_approved = earned_approved + ?,"
            + " earned_rejected = earned_rejected + ?, earned_returned = earned_returned + ?"
            + " where id = ?",
        all.minor(),
        all.millis(),
        all.approved(),
        all.rejected(),
        all.returned(),
        payer.groupId());
  }

  private static void days(Handle handle, Payer payer, List<Share> shares) {
    Map<Long, Sums> days = new TreeMap<>();
    for (Share share : shares) {
      days.merge(ALL_TIME, Sums.NONE.plus(share), (sums, _) -> sums.plus(share));
      days.merge(share.day(), Sums.NONE.plus(share), (sums, _) -> sums.plus(share));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (String subject : List.of(payer.requesterId(), payer.groupId())) {
      days.forEach(
          (day, sums) -> {
            if (day != ALL_TIME || subject.equals(payer.requesterId())) {
              rows.add(
                  List.of(
                      subject,
                      payer.currency(),
                      day,
                      sums.minor(),
                      sums.millis(),
                      sums.approved(),
                      sums.rejected(),
                      sums.returned()));
            }
          });
    }
    upsert(
        handle,
        "insert into earned_sum (subject_id, currency, day, minor, millis, approved, rejected,"
            + " returned) values ",
        " on conflict (subject_id, currency, day) do update set"
            + " minor = earned_sum.minor + excluded.minor,"
            + " millis = earned_sum.millis + excluded.millis,"
            + " approved = earned_sum.approved + excluded.approved,"
            + " rejected = earned_sum.rejected + excluded.rejected,"
            + " returned = earned_sum.returned + excluded.returned",
        rows);
  }

  /** Where a worker's pay per hour stands, or stood. */
  private record Place(String subjectId, int bucket) {}

  /**
   * @return whether anybody's pay per hour is another than before
   */
  private static boolean workers(Handle handle, Payer payer, List<Share> shares) {
    Map<String, Sums> each = new LinkedHashMap<>();
    for (Share share : shares) {
      each.merge(share.workerId(), Sums.NONE.plus(share), (sums, _) -> sums.plus(share));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (String subject : List.of(payer.requesterId(), payer.groupId())) {
      each.forEach(
          (worker, more) ->
              rows.add(
                  List.of(
                      subject,
                      worker,
                      payer.currency(),
                      more.minor(),
                      more.millis(),
                      more.approved() + more.rejected())));
    }
    Map<Place, long[]> changes = new HashMap<>();
    for (int from = 0; from < rows.size(); from += MOST) {
      List<List<Object>> some = rows.subList(from, Math.min(from + MOST, rows.size()));
      Query query =
          handle.createQuery(
              "insert into earned (subject_id, worker_id, currency, minor, millis, decided) values "
                  + places(some)
                  + " on conflict (subject_id, worker_id, currency) do update set"
                  + " minor = earned.minor + excluded.minor,"
                  + " millis = earned.millis + excluded.millis,"
                  + " decided = earned.decided + excluded.decided"
                  + " returning subject_id, worker_id, minor, millis, decided");
      bind(query, some);
      query
          .map(
              (row, context) -> {
                String subject = row.getString("subject_id");
                long minor = row.getLong("minor");
                long millis = row.getLong("millis");
                int decided = row.getInt("decided");
                Sums more = Objects.requireNonNull(each.get(row.getString("worker_id")));
                count(changes, subject, minor, millis, decided, 1);
                count(
                    changes,
                    subject,
                    minor - more.minor(),
                    millis - more.millis(),
                    decided - more.approved() - more.rejected(),
                    -1);
                return decided;
              })
          .list();
    }
    changes.values().removeIf(change -> change[0] == 0 && change[1] == 0);
    buckets(handle, payer, changes);
    people(handle, payer, changes);
    return changes.keySet().stream().anyMatch(place -> place.subjectId().equals(payer.groupId()));
  }

  /** A worker of whose answers none was decided on has no place among the others. */
  private static void count(
      Map<Place, long[]> changes, String subject, long minor, long millis, int decided, int sign) {
    if (decided > 0) {
      long rate = Sums.rate(minor, millis);
      long[] change =
          changes.computeIfAbsent(new Place(subject, Histogram.bucket(rate)), some -> new long[2]);
      change[0] += sign;
      change[1] += sign * rate;
    }
  }

  /** How many workers a requester has in a bucket; changes once for each of them. */
  private static void people(Handle handle, Payer payer, Map<Place, long[]> changes) {
    long more =
        changes.entrySet().stream()
            .filter(change -> change.getKey().subjectId().equals(payer.requesterId()))
            .mapToLong(change -> change.getValue()[0])
            .sum();
    if (more != 0) {
      handle.execute(
          "update earned_sum set workers = workers + ?"
              + " where subject_id = ? and currency = ? and day = ?",
          more,
          payer.requesterId(),
          payer.currency(),
          ALL_TIME);
    }
  }

  private static void buckets(Handle handle, Payer payer, Map<Place, long[]> changes) {
    List<List<Object>> rows = new ArrayList<>();
    changes.forEach(
        (place, change) ->
            rows.add(
                List.of(
                    place.subjectId(), payer.currency(), place.bucket(), change[0], change[1])));
    upsert(
        handle,
        "insert into earned_bucket (subject_id, currency, bucket, entries, rates) values ",
        " on conflict (subject_id, currency, bucket) do update set"
            + " entries = earned_bucket.entries + excluded.entries,"
            + " rates = earned_bucket.rates + excluded.rates",
        rows);
  }

  /** Stores the quartiles over workers on the group, for lists of tasks. */
  private static void range(Handle handle, String groupId) {
    Histogram rates =
        Histogram.of(
            handle
                .createQuery(
                    "select entries, rates from earned_bucket"
                        + " where subject_id = :group and entries > 0 order by bucket")
                .bind("group", groupId),
            "rates");
    handle.execute(
        "update task_group set hourly_low = ?, hourly_high = ?, hourly_workers = ? where id = ?",
        minor(rates.quantile(0.25)),
        minor(rates.quantile(0.75)),
        rates.entries(),
        groupId);
  }

  /** Thousandths of a minor unit in minor units, to the nearest. */
  static long minor(double rate) {
    return Math.round(rate / 1000);
  }

  private static void upsert(Handle handle, String insert, String rest, List<List<Object>> rows) {
    for (int from = 0; from < rows.size(); from += MOST) {
      List<List<Object>> some = rows.subList(from, Math.min(from + MOST, rows.size()));
      var update = handle.createUpdate(insert + places(some) + rest);
      bind(update, some);
      update.execute();
    }
  }

  private static String places(List<List<Object>> rows) {
    String one = "(?" + ", ?".repeat(rows.getFirst().size() - 1) + ")";
    return one + (", " + one).repeat(rows.size() - 1);
  }

  private static void bind(SqlStatement<?> statement, List<List<Object>> rows) {
    int position = 0;
    for (List<Object> row : rows) {
      for (Object value : row) {
        statement.bind(position++, value);
      }
    }
  }
}
