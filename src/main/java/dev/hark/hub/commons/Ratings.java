package dev.hark.hub.commons;

import dev.hark.hub.store.Store;
import dev.hark.review.Attribute;
import dev.hark.review.Faded;
import dev.hark.review.Tally;
import dev.hark.review.Voice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * What voices on a requester or a group add up to: for all time, by day, and fading. A change and a
 * look cost the same however many voices there are. Safe for use by several threads and hubs.
 */
public final class Ratings {
  /** How far back the recent figures reach; a whole number of days. */
  public static final Duration RECENT = Duration.ofDays(90);

  private static final long ALL_TIME = -1;

  private static final String ADD =
      "insert into rating_sum (subject_id, day, part, "
          + String.join(", ", Tallies.COLUMNS)
          + ") values (?, ?, ?"
          + ", ?".repeat(Tallies.COLUMNS.size())
          + ") on conflict (subject_id, day, part) do update set "
          + Tallies.COLUMNS.stream()
              .map(name -> "%1$s = rating_sum.%1$s + excluded.%1$s".formatted(name))
              .collect(Collectors.joining(", "));

  private static final String SUMS_OF_DAYS =
      "select part, "
          + Tallies.COLUMNS.stream()
              .map(name -> "sum(%1$s) as %1$s".formatted(name))
              .collect(Collectors.joining(", "))
          + " from rating_sum where subject_id = :subject and day > :from"
          + " and day <= :to group by part";

  private static final List<String> FADING = fading();

  private static final String FADE =
      "insert into rating_fade (subject_id, base, "
          + String.join(", ", FADING)
          + ") values (:subject, :base, :"
          + String.join(", :", FADING)
          + ") on conflict (subject_id) do update set base = excluded.base, "
          + FADING.stream()
              .map(name -> "%1$s = excluded.%1$s".formatted(name))
              .collect(Collectors.joining(", "));

  private final Store store;
  private final Clock clock;

  public Ratings(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Sums over one time.
   *
   * @param counted over all who count
   * @param sure over those who count for the lower bound
   * @param waiting how many do not count yet
   */
  public record Sums(Tally counted, Tally sure, int waiting) {
    static final Sums NONE = new Sums(Tally.EMPTY, Tally.EMPTY, 0);
  }

  /**
   * All that is known of a requester or a group from reviews.
   *
   * @param all for all time
   * @param recent from today and the 89 days before, in UTC
   * @param faded with older marks weighing less
   */
  public record Known(Sums all, Sums recent, Faded faded) {}

  /** What is known of a requester or of a group, by its id; nothing where nobody reviewed. */
  public Known of(String subjectId) {
    long today = day(clock.instant());
    return store.read(
        handle ->
            new Known(
                allTime(handle, subjectId),
                sums(handle, SUMS_OF_DAYS, subjectId, today - RECENT.toDays(), today),
                faded(handle, subjectId)));
  }

  /**
   * Sums by the month, in UTC, of marks and reports from a month on; no month without any. Whoever
   * wrote in several months is a person of the last, so that a month has as many people as its most
   * given mark where that is more.
   */
  Map<YearMonth, Sums> byMonth(String subjectId, YearMonth from) {
    Map<YearMonth, Map<Integer, long[]>> months = new HashMap<>();
    store.read(
        handle ->
            handle
                .createQuery(
                    "select * from rating_sum where subject_id = :subject and day >= :from")
                .bind("subject", subjectId)
                .bind("from", Math.max(0, from.atDay(1).toEpochDay()))
                .map(
                    (row, context) ->
                        months
                            .computeIfAbsent(
                                YearMonth.from(LocalDate.ofEpochDay(row.getLong("day"))),
                                some -> new HashMap<>())
                            .merge(row.getInt("part"), Tallies.columns(row), Tallies::plus))
                .list());
    Map<YearMonth, Sums> told = new HashMap<>();
    months.forEach(
        (month, columns) -> {
          Map<Integer, Tally> parts = new HashMap<>();
          columns.forEach((part, sums) -> parts.put(part, Tallies.of(sums)));
          told.put(month, sums(parts));
        });
    return told;
  }

  /** Counts all anew that a migration left to be counted; once for all hubs of a database. */
  public void catchUp() {
    while (true) {
      Optional<String> due =
          store.read(
              handle ->
                  handle
                      .createQuery("select requester_id from rating_due limit 1")
                      .mapTo(String.class)
                      .findFirst());
      if (due.isEmpty()) {
        return;
      }
      store.write(
          handle -> {
            recount(handle, due.get());
            return handle.execute("delete from rating_due where requester_id = ?", due.get());
          });
    }
  }

  /** Counts all reviews of a requester anew. */
  static void recount(Handle handle, String requesterId) {
    Voices.lock(handle, requesterId);
    for (String table : List.of("rating_sum", "rating_fade")) {
      handle.execute(
          "delete from "
              + table
              + " where subject_id = ? or subject_id in"
              + " (select distinct subject_id from voice where requester_id = ?)",
          requesterId,
          requesterId);
    }
    handle.execute("delete from voice where requester_id = ?", requesterId);
    List<String> people =
        handle
            .createQuery(
                "select distinct coalesce(a.same_as, a.id) from review r"
                    + " join account a on a.id = r.worker_id where r.requester_id = :requester")
            .bind("requester", requesterId)
            .mapTo(String.class)
            .list();
    people.forEach(person -> Voices.refresh(handle, person, requesterId, Optional.empty()));
  }

  static long day(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), Duration.ofDays(1).toMillis());
  }

  private static Sums allTime(Handle handle, String subjectId) {
    return sums(
        handle,
        "select * from rating_sum where subject_id = :subject and day >= :from and day <= :to",
        subjectId,
        ALL_TIME,
        ALL_TIME);
  }

  private static Sums sums(Handle handle, String sql, String subjectId, long from, long to) {
    Map<Integer, Tally> parts = new HashMap<>();
    handle
        .createQuery(sql)
        .bind("subject", subjectId)
        .bind("from", from)
        .bind("to", to)
        .map((row, context) -> parts.put(row.getInt("part"), Tallies.of(row)))
        .list();
    return sums(parts);
  }

  private static Sums sums(Map<Integer, Tally> parts) {
    return new Sums(
        parts.getOrDefault(People.COUNTED, Tally.EMPTY),
        parts.getOrDefault(People.SURE, Tally.EMPTY),
        parts.getOrDefault(People.WAITING, Tally.EMPTY).people());
  }

  /** A voice on a subject was one, and is another. */
  static void change(
      Handle handle,
      String subjectId,
      Optional<Voices.Weighed> before,
      Optional<Voices.Weighed> after) {
    Map<Place, long[]> changes = new HashMap<>();
    before.ifPresent(some -> add(changes, some, -1));
    after.ifPresent(some -> add(changes, some, 1));
    PreparedBatch batch = handle.prepareBatch(ADD);
    changes.forEach(
        (place, by) -> {
          List<Object> row = new ArrayList<>(List.of(subjectId, place.day(), place.part()));
          for (long each : by) {
            row.add(each);
          }
          batch.add(row.toArray());
        });
    if (batch.size() > 0) {
      batch.execute();
    }
    fade(handle, subjectId, before, after);
  }

  private record Place(long day, int part) {}

  private static void add(Map<Place, long[]> changes, Voices.Weighed weighed, int sign) {
    for (int part :
        weighed.weight() == People.SURE
            ? List.of(People.COUNTED, People.SURE)
            : List.of(weighed.weight())) {
      Voice voice = weighed.voice();
      add(changes, part, voice.written(), "people", sign);
      voice.reports().forEach((report, at) -> add(changes, part, at, Voices.column(report), sign));
      voice
          .marks()
          .forEach(
              (attribute, mark) -> {
                String name = Tallies.column(attribute);
                add(changes, part, mark.given(), name + "_sum", sign * (long) mark.value());
                add(changes, part, mark.given(), name + "_count", sign);
              });
    }
  }

  private static void add(
      Map<Place, long[]> changes, int part, Instant at, String column, long by) {
    int index = Tallies.COLUMNS.indexOf(column);
    for (long day : new long[] {ALL_TIME, day(at)}) {
      changes
              .computeIfAbsent(new Place(day, part), some -> new long[Tallies.COLUMNS.size()])[
              index] +=
          by;
    }
  }

  private static void fade(
      Handle handle,
      String subjectId,
      Optional<Voices.Weighed> before,
      Optional<Voices.Weighed> after) {
    Optional<Voice> gone = voice(before);
    Optional<Voice> come = voice(after);
    if (gone.equals(come)) {
      return;
    }
    Faded faded = faded(handle, subjectId);
    if (gone.isPresent()) {
      faded = faded.minus(gone.get());
    }
    if (come.isPresent()) {
      faded = faded.plus(come.get());
    }
    save(handle, subjectId, faded.only(allTime(handle, subjectId).counted().marks()));
  }

  private static Optional<Voice> voice(Optional<Voices.Weighed> weighed) {
    return weighed.filter(some -> some.weight() != People.WAITING).map(Voices.Weighed::voice);
  }

  private static Faded faded(Handle handle, String subjectId) {
    return handle
        .createQuery("select * from rating_fade where subject_id = :subject")
        .bind("subject", subjectId)
        .map((row, context) -> faded(row))
        .findOne()
        .orElse(Faded.NOTHING);
  }

  private static Faded faded(ResultSet row) throws SQLException {
    Map<Attribute, Faded.Sums> sums = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      String name = Tallies.column(attribute);
      double weight = row.getDouble(name + "_weight");
      if (weight > 0) {
        sums.put(attribute, new Faded.Sums(weight, row.getDouble(name + "_weighted")));
      }
    }
    return new Faded(Instant.ofEpochMilli(row.getLong("base")), sums);
  }

  private static void save(Handle handle, String subjectId, Faded faded) {
    Update update =
        handle
            .createUpdate(FADE)
            .bind("subject", subjectId)
            .bind("base", faded.base().toEpochMilli());
    for (Attribute attribute : Attribute.values()) {
      Faded.Sums some = faded.sums().getOrDefault(attribute, new Faded.Sums(0, 0));
      update.bind(Tallies.column(attribute) + "_weight", some.weight());
      update.bind(Tallies.column(attribute) + "_weighted", some.weighted());
    }
    update.execute();
  }

  private static List<String> fading() {
    List<String> names = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      names.add(Tallies.column(attribute) + "_weight");
      names.add(Tallies.column(attribute) + "_weighted");
    }
    return List.copyOf(names);
  }

  /** Writes the figures that stand on every task of a requester. */
  static void tell(Handle handle, String requesterId) {
    Sums all = allTime(handle, requesterId);
    Tallies.save(handle, requesterId, all);
  }
}
