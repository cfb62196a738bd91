package dev.hark.hub.hourly;

import dev.hark.hub.store.Store;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What workers really earned an hour: all money through all time of the work that ended, rejected
 * and returned work included. A look reads a bounded number of lines. Safe for use by several
 * threads and hubs.
 */
public final class Earnings {
  /** How far back the recent figures reach; a whole number of days. */
  public static final Duration RECENT = Duration.ofDays(90);

  private static final Histogram NO_RATES = new Histogram(List.of());

  private final Store store;
  private final Clock clock;

  public Earnings(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Of a requester, one for each currency, in the order of their codes; maybe none. */
  public List<EarnedJson> ofRequester(String requesterId) {
    return store.read(
        handle -> {
          Map<String, Sums> recent = recent(handle, requesterId);
          List<EarnedJson> all = new ArrayList<>();
          handle
              .createQuery(
                  "select * from earned_sum where subject_id = :requester and day = :all"
                      + " order by currency")
              .bind("requester", requesterId)
              .bind("all", Earned.ALL_TIME)
              .map((row, context) -> Map.entry(row.getString("currency"), Sums.of(row, "")))
              .list()
              .forEach(
                  entry ->
                      all.add(
                          json(
                              entry.getKey(),
                              entry.getValue(),
                              rates(handle, requesterId, entry.getKey()),
                              recent.get(entry.getKey()))));
          return all;
        });
  }

  /** Of a group; empty where no work has ended. */
  public Optional<EarnedJson> ofGroup(String groupId) {
    return store.read(
        handle ->
            handle
                .createQuery("select * from task_group where id = :group")
                .bind("group", groupId)
                .map((row, context) -> Map.entry(row.getString("currency"), sums(row)))
                .findOne()
                .filter(entry -> entry.getValue().ended() > 0)
                .map(
                    entry ->
                        json(
                            entry.getKey(),
                            entry.getValue(),
                            rates(handle, groupId, entry.getKey()),
                            recent(handle, groupId).get(entry.getKey()))));
  }

  /**
   * Of a requester or a group by the month, in UTC, of handing in or giving back, from a month on:
   * one for each currency, without percentiles; no month without any.
   */
  public Map<YearMonth, List<EarnedJson>> byMonth(String subjectId, YearMonth from) {
    Map<YearMonth, Map<String, Sums>> months = new HashMap<>();
    store.read(
        handle ->
            handle
                .createQuery(
                    "select * from earned_sum where subject_id = :subject and day >= :from"
                        + " order by day, currency")
                .bind("subject", subjectId)
                .bind("from", Math.max(0, from.atDay(1).toEpochDay()))
                .map(
                    (row, context) ->
                        months
                            .computeIfAbsent(
                                YearMonth.from(LocalDate.ofEpochDay(row.getLong("day"))),
                                some -> new TreeMap<>())
                            .merge(row.getString("currency"), Sums.of(row, ""), Sums::plus))
                .list());
    Map<YearMonth, List<EarnedJson>> told = new HashMap<>();
    months.forEach(
        (month, each) ->
            told.put(
                month,
                each.entrySet().stream()
                    .filter(one -> one.getValue().ended() > 0 && one.getValue().millis() > 0)
                    .map(one -> json(one.getKey(), one.getValue(), NO_RATES, null))
                    .toList()));
    return told;
  }

  /** For a list of tasks, from the row of a group; null where no work has ended. */
  public static @Nullable HourlyJson brief(ResultSet row) throws SQLException {
    Sums sums = sums(row);
    if (sums.ended() == 0) {
      return null;
    }
    int workers = row.getInt("hourly_workers");
    return new HourlyJson(
        sums.average(),
        workers == 0 ? null : (Long) row.getLong("hourly_low"),
        workers == 0 ? null : (Long) row.getLong("hourly_high"),
        workers,
        sums.ended());
  }

  private static Sums sums(ResultSet row) throws SQLException {
    return Sums.of(row, "earned_");
  }

  private Map<String, Sums> recent(Handle handle, String subjectId) {
    long today = Share.day(clock.instant());
    Map<String, Sums> recent = new HashMap<>();
    handle
        .createQuery(
            "select currency, sum(minor) as minor, sum(millis) as millis,"
                + " sum(approved) as approved, sum(rejected) as rejected,"
                + " sum(returned) as returned from earned_sum where subject_id = :subject"
                + " and day > :from and day <= :to group by currency")
        .bind("subject", subjectId)
        .bind("from", today - RECENT.toDays())
        .bind("to", today)
        .map((row, context) -> recent.put(row.getString("currency"), Sums.of(row, "")))
        .list();
    return recent;
  }

  private static Histogram rates(Handle handle, String subjectId, String currency) {
    return Histogram.of(
        handle
            .createQuery(
                "select entries, rates from earned_bucket where subject_id = :subject"
                    + " and currency = :currency and entries > 0 order by bucket")
            .bind("subject", subjectId)
            .bind("currency", currency),
        "rates");
  }

  private static EarnedJson json(
      String currency, Sums sums, Histogram rates, @Nullable Sums recent) {
    boolean ranged = rates.entries() > 0;
    return new EarnedJson(
        new MoneyJson(sums.minor(), currency),
        sums.millis() / 1000.0,
        sums.approved(),
        sums.rejected(),
        sums.returned(),
        sums.average(),
        ranged ? (Long) Earned.minor(rates.quantile(0.25)) : null,
        ranged ? (Long) Earned.minor(rates.quantile(0.75)) : null,
        ranged ? (Integer) (int) rates.entries() : null,
        recent == null || recent.ended() == 0 || recent.millis() == 0
            ? null
            : json(currency, recent, NO_RATES, null));
  }
}
