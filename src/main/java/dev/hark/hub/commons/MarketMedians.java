package dev.hark.hub.commons;

import dev.hark.hub.store.Store;
import dev.hark.review.Rating;
import dev.hark.review.Tally;
import dev.hark.wire.OwnRatingsJson.MarketJson;
import dev.hark.wire.OwnRatingsJson.MedianJson;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Medians over a hub's requesters, to compare oneself with. They are made at most once an hour, by
 * whoever asks then, from one line of each requester; in between, a look reads what is stored. Safe
 * for use by several threads and hubs.
 */
public final class MarketMedians {
  /** People behind a requester who counts: reviewers, or workers with answers decided on. */
  public static final int LEAST_PEOPLE = 5;

  /** Requesters behind a median that is told: of fewer, one could tell who the others are. */
  public static final int LEAST_REQUESTERS = 5;

  /** How old medians may be. */
  static final Duration FRESH = Duration.ofHours(1);

  private static final String RATING = "rating";
  private static final String APPROVAL = "approval";
  private static final String TIME = "seconds_to_pay";
  private static final String HOURLY = "hourly";

  private final Store store;
  private final Clock clock;

  MarketMedians(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Figure(String name, String currency) {}

  private record Stored(Figure figure, MedianJson median, long made) {}

  /** The medians as they are now, or were within the hour. */
  MarketJson now() {
    List<Stored> stored = store.read(MarketMedians::stored);
    long old = clock.millis() - FRESH.toMillis();
    if (stored.isEmpty() || stored.stream().anyMatch(one -> one.made() <= old)) {
      stored =
          store.write(
              handle -> {
                Store.lock(handle, "market_median");
                make(handle, clock.millis());
                return stored(handle);
              });
    }
    List<Stored> told =
        stored.stream().filter(one -> one.median().requesters() >= LEAST_REQUESTERS).toList();
    return new MarketJson(
        one(told, RATING),
        one(told, APPROVAL),
        one(told, TIME),
        told.stream()
            .filter(some -> some.figure().name().equals(HOURLY))
            .map(Stored::median)
            .toList(),
        LEAST_PEOPLE,
        LEAST_REQUESTERS);
  }

  private static @Nullable MedianJson one(List<Stored> told, String name) {
    return told.stream()
        .filter(some -> some.figure().name().equals(name))
        .map(Stored::median)
        .findFirst()
        .orElse(null);
  }

  private static List<Stored> stored(Handle handle) {
    return handle
        .createQuery("select * from market_median order by figure, currency")
        .map(
            (row, context) -> {
              String currency = row.getString("currency");
              return new Stored(
                  new Figure(row.getString("figure"), currency),
                  new MedianJson(
                      row.getDouble("median"),
                      row.getInt("requesters"),
                      currency.isEmpty() ? null : currency),
                  row.getLong("made"));
            })
        .list();
  }

  private static void make(Handle handle, long now) {
    Map<Figure, List<Double>> values =
        new TreeMap<>(Comparator.comparing(Figure::name).thenComparing(Figure::currency));
    for (String name : List.of(RATING, APPROVAL, TIME)) {
      values.put(new Figure(name, ""), new ArrayList<>());
    }
    ratings(handle, values);
    decisions(handle, values);
    hourly(handle, values);
    handle.execute("delete from market_median");
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into market_median (figure, currency, median, requesters, made)"
                + " values (?, ?, ?, ?, ?)");
    values.forEach(
        (figure, some) ->
            batch.add(figure.name(), figure.currency(), median(some), some.size(), now));
    batch.execute();
  }

  private static void ratings(Handle handle, Map<Figure, List<Double>> values) {
    handle
        .createQuery("select * from standing where people >= :least")
        .bind("least", LEAST_PEOPLE)
        .map((row, context) -> Tallies.of(row))
        .list()
        .stream()
        .map(Tally::rating)
        .flatMap(Optional::stream)
        .map(Rating::overall)
        .filter(overall -> overall.isPresent())
        .forEach(overall -> add(values, RATING, "", overall.getAsDouble()));
  }

  private static void decisions(Handle handle, Map<Figure, List<Double>> values) {
    handle
        .createQuery(
            """
            select decided, approved, seconds_to_pay from standing s
            where s.decided > 0 and exists (select 1 from earned_sum e
              where e.subject_id = s.requester_id and e.day = -1 and e.workers >= :least)
            """)
        .bind("least", LEAST_PEOPLE)
        .map(
            (row, context) -> {
              add(
                  values,
                  APPROVAL,
                  "",
                  (double) row.getLong("approved") / (double) row.getLong("decided"));
              double seconds = row.getDouble("seconds_to_pay");
              if (!row.wasNull()) {
                add(values, TIME, "", seconds);
              }
              return seconds;
            })
        .list();
  }

  private static void hourly(Handle handle, Map<Figure, List<Double>> values) {
    handle
        .createQuery(
            "select currency, minor, millis from earned_sum"
                + " where day = -1 and workers >= :least and millis > 0")
        .bind("least", LEAST_PEOPLE)
        .map(
            (row, context) -> {
              double hour = 3.6e6 * row.getDouble("minor") / row.getDouble("millis");
              add(values, HOURLY, row.getString("currency"), hour);
              return hour;
            })
        .list();
  }

  private static void add(
      Map<Figure, List<Double>> values, String name, String currency, double value) {
    values.computeIfAbsent(new Figure(name, currency), some -> new ArrayList<>()).add(value);
  }

  /** The middle, or what lies halfway between two; nothing of nothing. */
  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
