package dev.hark.hub.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Role;
import dev.hark.hub.account.WorkerNames;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.DeliveryJson;
import dev.hark.wire.EventJson;
import dev.hark.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Events on their way to webhooks. Each is a row, made in the transaction that numbers its event,
 * and so once; whichever hub takes the row by a lease makes the call. Safe for use by several
 * threads and hubs.
 */
final class Deliveries {
  /** How long a delivery can be looked at and sent again. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Longer than any call takes, so that two hubs make the same one only where one of them died. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private static final int GONE = 410;

  private final Store store;
  private final Clock clock;

  Deliveries(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Target(String id, Audience owner, String kinds) {
    boolean wants(EventJson event) {
      return event.kind().equals(EventKind.WEBHOOK_TESTED.code())
          ? id.equals(event.data().get("webhook"))
          : kinds.isEmpty() || kinds.contains(" " + event.kind() + " ");
    }
  }

  /**
   * Makes the deliveries of events, within the transaction that numbers them.
   *
   * @param names how workers appear to requesters
   */
  static void make(Handle handle, WorkerNames names, Instant now, List<EventLog.Told> news) {
    List<String> requesters =
        news.stream()
            .map(told -> told.json().requesterId())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (requesters.isEmpty()) {
      return;
    }
    Map<String, List<Target>> targets =
        handle
            .createQuery(
                "select w.id, w.requester_id, a.role, w.kinds from webhook w"
                    + " join account a on a.id = w.requester_id"
                    + " where w.state = 'ACTIVE' and w.requester_id in (<requesters>)")
            .bindList("requesters", requesters)
            .map(
                (row, context) ->
                    new Target(
                        row.getString("id"),
                        new Audience(
                            row.getString("requester_id"),
                            Role.valueOf(row.getString("role")) == Role.OPERATOR),
                        row.getString("kinds")))
            .list()
            .stream()
            .collect(Collectors.groupingBy(target -> target.owner().account()));
    if (targets.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into delivery (id, webhook_id, event_id, kind, body, state, created, ordinal,"
                + " give_up, due) values (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?)");
    for (EventLog.Told told : news) {
      EventJson event = told.json();
      for (Target target : targets.getOrDefault(String.valueOf(event.requesterId()), List.of())) {
        if (target.wants(event)) {
          batch.add(
              Ids.next(),
              target.id(),
              event.id(),
              event.kind(),
              body(target.owner().sees(event, names)),
              now.toEpochMilli(),
              Cursor.parse(event.cursor()).number(0),
              now.plus(BackOff.SPAN).toEpochMilli(),
              now.toEpochMilli());
        }
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static String body(EventJson event) {
    try {
      return Json.MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Webhooks that a call could be made to now. */
  List<String> due(int limit) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    """
                    select w.id from webhook w
                    where w.state = 'ACTIVE' and w.paused_until <= :now
                      and exists (select 1 from delivery d where d.webhook_id = w.id
                        and d.state = 'WAITING' and d.due <= :now and d.leased_until <= :now)
                    order by w.paused_until limit :limit
                    """)
                .bind("now", clock.millis())
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }

  /**
   * A call that is this hub's to make.
   *
   * @param lease proves that it still is, when the outcome is written
   * @param oldSecret the secret from before, while it still signs
   */
  record Call(
      String id,
      String webhookId,
      String lease,
      String url,
      String secret,
      Optional<String> oldSecret,
      String body,
      Instant at) {}

  /** Takes the next call to a webhook, if there is one to be made. */
  Optional<Call> take(String webhookId) {
    return store.write(
        handle -> {
          long now = clock.millis();
          String lease = Ids.next();
          int taken =
              handle
                  .createUpdate(
                      """
                      update delivery set lease = :lease, leased_until = :until, tried = :now,
                        attempts = attempts + 1
                      where state = 'WAITING' and leased_until <= :now and due <= :now and id = (
                        select d.id from delivery d join webhook w on w.id = d.webhook_id
                        where d.webhook_id = :webhook and d.state = 'WAITING' and d.due <= :now
                          and d.leased_until <= :now and w.state = 'ACTIVE'
                          and w.paused_until <= :now
                        order by d.due, d.ordinal limit 1)
                      """)
                  .bind("lease", lease)
                  .bind("until", now + LEASE.toMillis())
                  .bind("now", now)
                  .bind("webhook", webhookId)
                  .execute();
          return taken == 0 ? Optional.empty() : taken(handle, webhookId, lease, now);
        });
  }

  private static Optional<Call> taken(Handle handle, String webhookId, String lease, long now) {
    return handle
        .createQuery(
            "select d.id, d.body, w.url, w.secret,"
                + " case when w.old_until > :now then w.old_secret end as old_secret"
                + " from delivery d join webhook w on w.id = d.webhook_id"
                + " where d.webhook_id = :webhook and d.lease = :lease and d.state = 'WAITING'")
        .bind("webhook", webhookId)
        .bind("lease", lease)
        .bind("now", now)
        .map(
            (row, context) ->
                new Call(
                    row.getString("id"),
                    webhookId,
                    lease,
                    row.getString("url"),
                    row.getString("secret"),
                    Optional.ofNullable(row.getString("old_secret")),
                    row.getString("body"),
                    Instant.ofEpochMilli(now)))
        .findOne();
  }

  /**
   * What came of a call.
   *
   * @param status of the answer, 0 where there was none
   * @param fault empty where it succeeded
   */
  record Outcome(int status, String fault) {
    boolean succeeded() {
      return fault.isEmpty();
    }
  }

  /** Writes down what came of a call; whoever lost the lease meanwhile changes nothing. */
  void done(Call call, Outcome outcome) {
    store.write(
        handle -> {
          Instant now = clock.instant();
          int mine =
              outcome.succeeded()
                  ? delivered(handle, call, outcome)
                  : failed(handle, call, outcome, now);
          if (mine == 1) {
            judge(handle, call.webhookId(), outcome, now);
          }
          return mine;
        });
  }

  private static int delivered(Handle handle, Call call, Outcome outcome) {
    return handle.execute(
        "update delivery set state = 'DELIVERED', status = ?, fault = null, lease = null,"
            + " leased_until = 0 where id = ? and lease = ? and state = 'WAITING'",
        outcome.status(),
        call.id(),
        call.lease());
  }

  private static int failed(Handle handle, Call call, Outcome outcome, Instant now) {
    int attempts =
        handle
            .createQuery("select attempts from delivery where id = :id")
            .bind("id", call.id())
            .mapTo(Integer.class)
            .findOne()
            .orElse(1);
    return handle.execute(
        "update delivery set status = ?, fault = ?, lease = null, leased_until = 0, due = ?,"
            + " state = case when give_up <= ? then 'FAILED' else state end"
            + " where id = ? and lease = ? and state = 'WAITING'",
        outcome.status() == 0 ? null : outcome.status(),
        outcome.fault(),
        now.plus(BackOff.delivery(attempts, RandomGenerator.getDefault())).toEpochMilli(),
        now.toEpochMilli(),
        call.id(),
        call.lease());
  }

  /** What an outcome means for the webhook as a whole. */
  private static void judge(Handle handle, String webhookId, Outcome outcome, Instant now) {
    if (outcome.succeeded()) {
      handle.execute(
          "update webhook set failing_since = null, failures = 0, paused_until = 0"
              + " where id = ? and failures > 0",
          webhookId);
      return;
    }
    handle.execute(
        "update webhook set failing_since = coalesce(failing_since, ?), failures = failures + 1"
            + " where id = ?",
        now.toEpochMilli(),
        webhookId);
    record Failing(String requesterId, int failures, Instant since) {}
    Optional<Failing> failing =
        handle
            .createQuery("select requester_id, failures, failing_since from webhook where id = :id")
            .bind("id", webhookId)
            .map(
                (row, context) ->
                    new Failing(
                        row.getString("requester_id"),
                        row.getInt("failures"),
                        Instant.ofEpochMilli(row.getLong("failing_since"))))
            .findOne();
    failing.ifPresent(
        some -> {
          handle.execute(
              "update webhook set paused_until = ? where id = ?",
              now.plus(BackOff.webhook(some.failures(), RandomGenerator.getDefault()))
                  .toEpochMilli(),
              webhookId);
          boolean off =
              outcome.status() == GONE || !some.since().plus(BackOff.UNTIL_OFF).isAfter(now);
          if (off
              && handle.execute(
                      "update webhook set state = 'DISABLED' where id = ? and state = 'ACTIVE'",
                      webhookId)
                  == 1) {
            Events.emit(
                handle,
                now,
                Event.toRequester(EventKind.WEBHOOK_DISABLED, some.requesterId())
                    .with("webhook", webhookId));
          }
        });
  }

  /** Deliveries of a webhook, the newest first. */
  Slice<DeliveryJson> list(Handle handle, String webhookId, Optional<String> cursor, int limit) {
    return Slice.of(
        handle
            .createQuery(
                "select * from delivery where webhook_id = :webhook and ordinal < :before"
                    + " order by ordinal desc limit :limit")
            .bind("webhook", webhookId)
            .bind("before", cursor.map(some -> Cursor.parse(some).number(0)).orElse(Long.MAX_VALUE))
            .bind("limit", limit + 1)
            .map((row, context) -> new Slice.Row<>(json(row), Cursor.of(row.getLong("ordinal"))))
            .list(),
        limit);
  }

  DeliveryJson ofEvent(String webhookId, String eventId) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select * from delivery where webhook_id = :webhook and event_id = :event")
                .bind("webhook", webhookId)
                .bind("event", eventId)
                .map((row, context) -> json(row))
                .findOne()
                .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, webhookId)));
  }

  /** Sends one again now, whatever came of it before, and goes on trying as if it were new. */
  DeliveryJson again(Handle handle, String webhookId, String id) {
    long now = clock.millis();
    int found =
        handle.execute(
            "update delivery set state = 'WAITING', due = ?, give_up = ?, leased_until = 0,"
                + " lease = null where id = ? and webhook_id = ?",
            now,
            now + BackOff.SPAN.toMillis(),
            id,
            webhookId);
    if (found == 0) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
    handle.execute("update webhook set paused_until = 0 where id = ?", webhookId);
    return handle
        .createQuery("select * from delivery where id = :id")
        .bind("id", id)
        .map((row, context) -> json(row))
        .one();
  }

  /** Forgets some that are older than {@link #KEPT}. */
  void prune() {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    List<String> old =
        store.read(
            handle ->
                handle
                    .createQuery(
                        "select id from delivery where created < :before order by created"
                            + " limit :limit")
                    .bind("before", before)
                    .bind("limit", EventLog.BATCH)
                    .mapTo(String.class)
                    .list());
    if (!old.isEmpty()) {
      store.write(
          handle ->
              handle
                  .createUpdate("delete from delivery where id in (<ids>)")
                  .bindList("ids", old)
                  .execute());
    }
  }

  private static DeliveryJson json(ResultSet row) throws SQLException {
    boolean waiting = row.getString("state").equals("WAITING");
    long tried = row.getLong("tried");
    boolean everTried = !row.wasNull();
    int status = row.getInt("status");
    boolean answered = !row.wasNull();
    return new DeliveryJson(
        row.getString("id"),
        row.getString("event_id"),
        row.getString("kind"),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getInt("attempts"),
        everTried ? Instant.ofEpochMilli(tried) : null,
        waiting ? Instant.ofEpochMilli(row.getLong("due")) : null,
        answered ? status : null,
        row.getString("fault"));
  }
}
