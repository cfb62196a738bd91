package dev.hark.hub.work;

import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.WorkedJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What workers earn. Safe for use by several threads. */
public final class Incomes {
  private final Store store;
  private final Clock clock;
  private final Approvals approvals;

  public Incomes(Store store, Clock clock, Approvals approvals) {
    this.store = store;
    this.clock = clock;
    this.approvals = approvals;
  }

  private record Paid(long today, long week, long month, long total) {}

  private record Worked(long pending, int todayTasks, long todaySeconds) {}

  /**
   * A worker's earnings, by currency; what is due is paid first.
   *
   * @param zone where the worker's day and week begin
   */
  public EarningsJson earnings(String workerId, ZoneId zone) {
    approvals.settleFor(workerId);
    return store.read(
        handle -> {
          LocalDate today = clock.instant().atZone(zone).toLocalDate();
          LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          long dayStart = today.atStartOfDay(zone).toInstant().toEpochMilli();
          long weekStart = monday.atStartOfDay(zone).toInstant().toEpochMilli();
          long monthStart = today.withDayOfMonth(1).atStartOfDay(zone).toInstant().toEpochMilli();
          Map<String, Paid> paid = paid(handle, workerId, dayStart, weekStart, monthStart);
          Map<String, Worked> worked = worked(handle, workerId, dayStart);
          Map<String, EarningsJson.CurrencyEarnings> lines = new TreeMap<>();
          paid.keySet().forEach(currency -> lines.put(currency, line(currency, paid, worked)));
          worked.keySet().forEach(currency -> lines.put(currency, line(currency, paid, worked)));
          return new EarningsJson(lines.values().stream().toList());
        });
  }

  /**
   * The answers that a worker handed in, the newest first; what is due is paid first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<WorkedJson> worked(String workerId, Optional<String> cursor, int limit) {
    approvals.settleFor(workerId);
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle ->
            from.page(
                handle
                    .createQuery(
                        """
                        select a.id, a.group_id, a.requester_id, a.state, a.accepted, a.submitted,
                          a.decided, g.title, g.reward_minor, g.currency, r.name
                        from assignment a join task_group g on g.id = a.group_id
                          join account r on r.id = a.requester_id
                        where a.worker_id = :worker
                          and a.state in ('SUBMITTED', 'APPROVED', 'REJECTED')
                          and a.submitted is not null and (a.submitted, a.id) < (:at, :id)
                        order by a.submitted desc, a.id desc limit :limit
                        """)
                    .bind("worker", workerId),
                limit,
                "submitted",
                "id",
                (row, _) -> worked(row)));
  }

  private static WorkedJson worked(ResultSet row) throws SQLException {
    long decided = row.getLong("decided");
    boolean undecided = row.wasNull();
    return new WorkedJson(
        row.getString("id"),
        row.getString("group_id"),
        row.getString("title"),
        row.getString("requester_id"),
        row.getString("name"),
        new MoneyJson(row.getLong("reward_minor"), row.getString("currency")),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("accepted")),
        Instant.ofEpochMilli(row.getLong("submitted")),
        undecided ? null : Instant.ofEpochMilli(decided));
  }

  private static EarningsJson.CurrencyEarnings line(
      String currency, Map<String, Paid> paid, Map<String, Worked> worked) {
    Paid money = paid.getOrDefault(currency, new Paid(0, 0, 0, 0));
    Worked work = worked.getOrDefault(currency, new Worked(0, 0, 0));
    return new EarningsJson.CurrencyEarnings(
        new MoneyJson(money.today(), currency),
        new MoneyJson(money.week(), currency),
        new MoneyJson(money.total(), currency),
        new MoneyJson(work.pending(), currency),
        work.todayTasks(),
        work.todaySeconds(),
        new MoneyJson(money.month(), currency));
  }

  private static Map<String, Paid> paid(
      Handle handle, String workerId, long dayStart, long weekStart, long monthStart) {
    return handle
        .createQuery(
            """
            select currency, sum(minor) as total,
              sum(case when made >= :week then minor else 0 end) as week,
              sum(case when made >= :month then minor else 0 end) as month,
              sum(case when made >= :day then minor else 0 end) as today
            from entry where book = :book and kind in ('REWARD', 'BONUS') group by currency
            """)
        .bind("book", Book.worker(workerId))
        .bind("day", dayStart)
        .bind("week", weekStart)
        .bind("month", monthStart)
        .reduceRows(
            new TreeMap<String, Paid>(),
            (all, row) -> {
              all.put(
                  row.getColumn("currency", String.class),
                  new Paid(
                      row.getColumn("today", Long.class),
                      row.getColumn("week", Long.class),
                      row.getColumn("month", Long.class),
                      row.getColumn("total", Long.class)));
              return all;
            });
  }

  private static Map<String, Worked> worked(Handle handle, String workerId, long dayStart) {
    return handle
        .createQuery(
            """
            select g.currency,
              sum(case when a.state = 'SUBMITTED' then g.reward_minor else 0 end) as pending,
              sum(case when a.submitted >= :day then 1 else 0 end) as tasks,
              sum(case when a.submitted >= :day then a.submitted - a.accepted else 0 end) as millis
            from assignment a join task_group g on g.id = a.group_id
            where a.worker_id = :worker and a.submitted is not null
            group by g.currency
            """)
        .bind("worker", workerId)
        .bind("day", dayStart)
        .reduceRows(
            new TreeMap<String, Worked>(),
            (all, row) -> {
              all.put(
                  row.getColumn("currency", String.class),
                  new Worked(
                      row.getColumn("pending", Long.class),
                      row.getColumn("tasks", Integer.class),
                      Math.round(row.getColumn("millis", Long.class) / 1000.0)));
              return all;
            });
  }
}
