package dev.hark.hub.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.WorkerNames;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Store;
import dev.hark.wire.EventJson;
import dev.hark.wire.EventPageJson;
import dev.hark.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Numbers events and reads them in order.
 *
 * <p>No number that is taken inside a transaction tells in which order transactions are kept, so
 * that a reader who goes by it would pass over what is kept late. Events are therefore written
 * without a position and numbered afterwards, by one transaction at a time: it sees only what is
 * kept, and ends before the next one begins. Whoever sees a position has seen all before it. Safe
 * for use by several threads and hubs.
 */
public final class EventLog {
  /** How long events are kept. */
  public static final Duration KEPT = Duration.ofDays(14);

  /** Events that are numbered, or forgotten, in one transaction. */
  static final int BATCH = 500;

  private static final String COLUMNS =
      "id, happened, kind, requester_id, worker_id, group_id, assignment_id, data, position";
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final Store store;
  private final Clock clock;
  private final WorkerNames names;

  /**
   * @param names how workers appear to requesters
   */
  public EventLog(Store store, Clock clock, WorkerNames names) {
    this.store = store;
    this.clock = clock;
    this.names = names;
  }

  /** The positions that are there: those above {@code pruned}, up to {@code numbered}. */
  record Range(long pruned, long numbered) {}

  /**
   * An event that has a position.
   *
   * @param open whether everybody hears of it
   */
  record Told(EventJson json, boolean open) {}

  /**
   * Gives every event that is kept by now its position, and makes the deliveries of those that were
   * not numbered before.
   */
  public void number() {
    while (isUnnumbered() && store.write(this::numberBatch) == BATCH) {
      // A batch at a time, so that no other writer waits long.
    }
  }

  private boolean isUnnumbered() {
    return store.read(
        handle ->
            handle
                .createQuery("select 1 from event where position is null limit 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private int numberBatch(Handle handle) {
    // This row's lock keeps other hubs out until the end; only then does the next statement look.
    handle.execute("update event_count set numbered = numbered where id = 1");
    long before = range(handle).numbered();
    int numbered =
        handle
            .createUpdate(
                """
                update event set position = batch.place + :before
                from (select waiting.id,
                    row_number() over (order by waiting.ordinal, waiting.id) as place
                  from (select id, ordinal from event where position is null
                    order by ordinal, id limit :limit) waiting) batch
                where event.id = batch.id
                """)
            .bind("before", before)
            .bind("limit", BATCH)
            .execute();
    if (numbered > 0) {
      handle.execute("update event_count set numbered = numbered + ? where id = 1", numbered);
      Deliveries.make(
          handle, names, clock.instant(), between(handle, before, before + numbered, BATCH));
    }
    return numbered;
  }

  /** Forgets some of what is older than {@link #KEPT}. */
  void prune() {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    Range range = range();
    Optional<Long> old =
        store.read(
            handle ->
                handle
                    .createQuery(
                        "select max(position) from (select position, happened from event"
                            + " where position > :pruned order by position limit :limit) first"
                            + " where happened < :before")
                    .bind("pruned", range.pruned())
                    .bind("limit", BATCH)
                    .bind("before", before)
                    .mapTo(Long.class)
                    .findOne());
    old.ifPresent(
        last ->
            store.write(
                handle -> {
                  handle.execute(
                      "update event_count set pruned = ? where id = 1 and pruned < ?", last, last);
                  return handle.execute("delete from event where position <= ?", last);
                }));
  }

  Range range() {
    return store.read(EventLog::range);
  }

  private static Range range(Handle handle) {
    return handle
        .createQuery("select pruned, numbered from event_count where id = 1")
        .map((row, context) -> new Range(row.getLong("pruned"), row.getLong("numbered")))
        .one();
  }

  /** All that was told after a position, whoever hears of it. */
  List<Told> after(long position, int limit) {
    return store.read(handle -> between(handle, position, range(handle).numbered(), limit));
  }

  private static List<Told> between(Handle handle, long after, long upTo, int limit) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + ", open from event where position > :after and position <= :upTo"
                + " order by position limit :limit")
        .bind("after", after)
        .bind("upTo", upTo)
        .bind("limit", limit)
        .map((row, context) -> new Told(json(row), row.getInt("open") == 1))
        .list();
  }

  /** Where reading begins that asks for nothing of the past. */
  public String now() {
    number();
    return opaque(range().numbered());
  }

  /**
   * What somebody hears of after a cursor. What was kept before this is called is in it.
   *
   * @param cursor empty for the oldest that is kept
   * @param kinds empty for all
   * @param limit at most this many are looked at; those of other kinds are looked at too
   * @throws Fault.Refused with {@link Refusal#CURSOR_GONE} where something after the cursor is no
   *     longer kept
   */
  public EventPageJson page(
      Audience audience, Optional<String> cursor, Set<EventKind> kinds, int limit) {
    number();
    return store.read(
        handle -> {
          Range range = range(handle);
          long from = cursor.map(some -> Cursor.parse(some).number(0)).orElse(range.pruned());
          if (from < range.pruned() || from > range.numbered()) {
            throw new Fault.Refused(Refusal.CURSOR_GONE);
          }
          List<EventJson> looked = heard(handle, audience, from, range.numbered(), limit);
          boolean more = looked.size() == limit;
          return new EventPageJson(
              looked.stream()
                  .filter(event -> isOf(kinds, event))
                  .map(event -> audience.sees(event, names))
                  .toList(),
              more ? looked.getLast().cursor() : opaque(range.numbered()),
              more);
        });
  }

  private static boolean isOf(Set<EventKind> kinds, EventJson event) {
    return kinds.isEmpty() || EventKind.ofCode(event.kind()).filter(kinds::contains).isPresent();
  }

  private static List<EventJson> heard(
      Handle handle, Audience audience, long from, long upTo, int limit) {
    if (audience.all()) {
      return between(handle, from, upTo, limit).stream().map(Told::json).toList();
    }
    // Three walks along an index each: one condition with "or" would look at everybody's events.
    String sql =
        "select * from ("
            + String.join(
                " union all ", walk("open = 1"), walk(own("requester")), walk(own("worker")))
            + ") heard order by position limit :limit";
    Query query = handle.createQuery(sql);
    return query
        .bind("from", from)
        .bind("upTo", upTo)
        .bind("me", audience.account())
        .bind("limit", limit)
        .map((row, context) -> json(row))
        .list();
  }

  private static String own(String role) {
    return "open = 0 and " + role + "_id = :me";
  }

  private static String walk(String condition) {
    return "select * from (select "
        + COLUMNS
        + " from event where position > :from and position <= :upTo and "
        + condition
        + " order by position limit :limit) part";
  }

  private static EventJson json(ResultSet row) throws SQLException {
    return new EventJson(
        opaque(row.getLong("position")),
        row.getString("id"),
        EventKind.valueOf(row.getString("kind")).code(),
        Instant.ofEpochMilli(row.getLong("happened")),
        row.getString("requester_id"),
        row.getString("worker_id"),
        row.getString("group_id"),
        row.getString("assignment_id"),
        data(row.getString("data")));
  }

  private static Map<String, Object> data(String json) {
    try {
      return Json.MAPPER.readValue(json, DATA);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("data of an event", e);
    }
  }

  private static String opaque(long position) {
    return Cursor.of(position).opaque();
  }
}
