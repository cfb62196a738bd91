package dev.hark.hub.hourly;

import dev.hark.hub.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts anew what workers earn an hour. Safe for use by several threads and hubs. */
public final class Recount {
  /**
   * Work that ended, from the assignments themselves: decided answers, and tasks that were given
   * back in time.
   */
  private static final String ENDED =
      """
      select a.group_id, a.worker_id, g.currency,
        coalesce(a.submitted, a.returned) / 86400000 as day,
        sum(case when a.state = 'APPROVED' then g.reward_minor else 0 end + a.bonus_minor) as minor,
        sum(case when coalesce(a.submitted, a.returned) - a.accepted + a.redo_millis < 1 then 1
          else coalesce(a.submitted, a.returned) - a.accepted + a.redo_millis end) as millis,
        sum(case when a.state = 'APPROVED' then 1 else 0 end) as approved,
        sum(case when a.state = 'REJECTED' then 1 else 0 end) as rejected,
        sum(case when a.state = 'RETURNED' then 1 else 0 end) as returned
      from assignment a join task_group g on g.id = a.group_id
      where a.requester_id = :requester
        and (a.state in ('APPROVED', 'REJECTED')
          or (a.state = 'RETURNED' and a.returned < a.deadline))
      group by a.group_id, a.worker_id, g.currency, coalesce(a.submitted, a.returned) / 86400000
      """;

  private final Store store;

  public Recount(Store store) {
    this.store = store;
  }

  /** Counts all that a migration left to be counted; once for all hubs of a database. */
  public void catchUp() {
    while (true) {
      Optional<String> due =
          store.read(
              handle ->
                  handle
                      .createQuery("select requester_id from earned_due limit 1")
                      .mapTo(String.class)
                      .findFirst());
      if (due.isEmpty()) {
        return;
      }
      store.write(
          handle -> {
            // Of several hubs that start at once, one finds the line still there.
            if (handle.execute("delete from earned_due where requester_id = ?", due.get()) == 1) {
              requester(handle, due.get());
            }
            return due;
          });
    }
  }

  private static void requester(Handle handle, String requesterId) {
    String theirs =
        " where subject_id = ? or subject_id in (select id from task_group where requester_id = ?)";
    for (String table : List.of("earned", "earned_bucket", "earned_sum")) {
      handle.execute("delete from " + table + theirs, requesterId, requesterId);
    }
    handle.execute(
        "update task_group set earned_minor = 0, earned_millis = 0, earned_approved = 0,"
            + " earned_rejected = 0, earned_returned = 0, hourly_low = null, hourly_high = null,"
            + " hourly_workers = 0 where requester_id = ?",
        requesterId);
    Map<Earned.Payer, List<Share>> shares = new LinkedHashMap<>();
    handle
        .createQuery(ENDED)
        .bind("requester", requesterId)
        .map(
            (row, context) ->
                shares
                    .computeIfAbsent(
                        new Earned.Payer(
                            row.getString("group_id"), requesterId, row.getString("currency")),
                        some -> new ArrayList<>())
                    .add(
                        new Share(
                            row.getString("worker_id"),
                            row.getLong("day"),
                            row.getLong("minor"),
                            row.getLong("millis"),
                            row.getInt("approved"),
                            row.getInt("rejected"),
                            row.getInt("returned"))))
        .list();
    shares.forEach((payer, some) -> Earned.add(handle, payer, some));
  }
}
