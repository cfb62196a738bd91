package dev.hark.hub.event;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.DeliveryJson;
import dev.hark.wire.WebhookJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where requesters are called when something happens. Somebody else's webhook is as good as none.
 * Safe for use by several threads and hubs.
 */
public final class Webhooks {
  /** Most of one requester. */
  public static final int LIMIT = 10;

  /** Longest address, in characters. */
  public static final int URL_LIMIT = 500;

  /** How long the secret from before goes on signing, beside the new one. */
  public static final Duration OLD_SECRET = Duration.ofDays(1);

  private final Store store;
  private final Clock clock;
  private final EventLog log;
  private final Deliveries deliveries;
  private final Reach reach;

  Webhooks(Store store, Clock clock, EventLog log, Deliveries deliveries, Reach reach) {
    this.store = store;
    this.clock = clock;
    this.log = log;
    this.deliveries = deliveries;
    this.reach = reach;
  }

  /**
   * Registers an address.
   *
   * @param kinds empty for all
   * @return with the secret, which is shown this once
   * @throws Fault.Refused with {@link Refusal#INVALID} where the address is none that the hub
   *     calls, is registered already, or is one too many
   */
  public WebhookJson add(String requesterId, String url, Set<EventKind> kinds) {
    requireCallable(url);
    String secret = Signature.newSecret();
    return store.write(
        handle -> {
          Store.lock(handle, "requester:" + requesterId);
          List<String> urls =
              handle
                  .createQuery("select url from webhook where requester_id = :requester")
                  .bind("requester", requesterId)
                  .mapTo(String.class)
                  .list();
          if (urls.contains(url)) {
            throw invalid("url: one that you have not registered yet");
          }
          if (urls.size() >= LIMIT) {
            throw invalid("url: at most " + LIMIT + " webhooks; remove one first");
          }
          String id = Ids.next();
          handle.execute(
              "insert into webhook (id, requester_id, url, kinds, secret, state, created)"
                  + " values (?, ?, ?, ?, ?, 'ACTIVE', ?)",
              id,
              requesterId,
              url,
              codes(kinds),
              secret,
              clock.millis());
          return find(handle, requesterId, id, secret);
        });
  }

  private void requireCallable(String url) {
    String expected =
        reach.loopback()
            ? "url: an https address, or http on this computer"
            : "url: an https address of a public host";
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw invalid(expected);
    }
    String host = uri.getHost();
    boolean plain =
        url.length() <= URL_LIMIT
            && host != null
            && uri.getRawUserInfo() == null
            && uri.getRawFragment() == null;
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    boolean here = reach.loopback() && "http".equalsIgnoreCase(uri.getScheme());
    if (!plain
        || !(secure || here)
        || !reach.allows(host)
        || (!secure && !Reach.isLoopback(host))) {
      throw invalid(expected);
    }
  }

  private static String codes(Set<EventKind> kinds) {
    StringBuilder codes = new StringBuilder();
    kinds.forEach(kind -> codes.append(' ').append(kind.code()));
    return codes.isEmpty() ? "" : codes.append(' ').toString();
  }

  /** The webhooks of a requester, the oldest first. */
  public Slice<WebhookJson> list(String requesterId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.oldestFirst(cursor);
    return store.read(
        handle ->
            from.page(
                handle
                    .createQuery(
                        "select * from webhook where requester_id = :requester"
                            + " and (created, id) > (:at, :id)"
                            + " order by created, id limit :limit")
                    .bind("requester", requesterId),
                limit,
                "created",
                "id",
                (row, _) -> json(row, null)));
  }

  /**
   * One webhook.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public WebhookJson get(String requesterId, String id) {
    return store.read(handle -> find(handle, requesterId, id, null));
  }

  /** Removes a webhook with what waits for it; does nothing the second time. */
  public void remove(String requesterId, String id) {
    store.write(
        handle ->
            handle.execute(
                "delete from webhook where id = ? and requester_id = ?", id, requesterId));
  }

  /**
   * Turns a webhook on again; what waited for it is sent.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public WebhookJson enable(String requesterId, String id) {
    return store.write(
        handle -> {
          handle.execute(
              "update webhook set state = 'ACTIVE', failing_since = null, failures = 0,"
                  + " paused_until = 0 where id = ? and requester_id = ?",
              id,
              requesterId);
          return find(handle, requesterId, id, null);
        });
  }

  /**
   * Makes a new secret. The one from before signs too for {@link #OLD_SECRET}.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public WebhookJson rotate(String requesterId, String id) {
    String secret = Signature.newSecret();
    return store.write(
        handle -> {
          handle.execute(
              "update webhook set old_secret = secret, old_until = ?, secret = ?"
                  + " where id = ? and requester_id = ?",
              clock.instant().plus(OLD_SECRET).toEpochMilli(),
              secret,
              id,
              requesterId);
          return find(handle, requesterId, id, secret);
        });
  }

  /**
   * Makes a trial call, as an event of its own that this webhook alone gets.
   *
   * @return the call as it waits
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#WEBHOOK_OFF}
   */
  public DeliveryJson test(String requesterId, String id) {
    String event =
        store.write(
            handle -> {
              requireOn(handle, requesterId, id);
              handle.execute("update webhook set paused_until = 0 where id = ?", id);
              return Events.emit(
                  handle,
                  clock.instant(),
                  Event.toRequester(EventKind.WEBHOOK_TESTED, requesterId).with("webhook", id));
            });
    log.number();
    return deliveries.ofEvent(id, event);
  }

  /** What was sent, or is to be, the newest first. */
  public Slice<DeliveryJson> deliveries(
      String requesterId, String id, Optional<String> cursor, int limit) {
    return store.read(
        handle -> {
          find(handle, requesterId, id, null);
          return deliveries.list(handle, id, cursor, limit);
        });
  }

  /**
   * Sends a delivery again.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#WEBHOOK_OFF}
   */
  public DeliveryJson again(String requesterId, String id, String deliveryId) {
    return store.write(
        handle -> {
          requireOn(handle, requesterId, id);
          return deliveries.again(handle, id, deliveryId);
        });
  }

  private static void requireOn(Handle handle, String requesterId, String id) {
    if (!find(handle, requesterId, id, null).state().equals("ACTIVE")) {
      throw new Fault.Refused(Refusal.WEBHOOK_OFF);
    }
  }

  private static WebhookJson find(
      Handle handle, String requesterId, String id, @Nullable String secret) {
    return handle
        .createQuery("select * from webhook where id = :id and requester_id = :requester")
        .bind("id", id)
        .bind("requester", requesterId)
        .map((row, context) -> json(row, secret))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  private static WebhookJson json(ResultSet row, @Nullable String secret) throws SQLException {
    String kinds = row.getString("kinds").strip();
    return new WebhookJson(
        row.getString("id"),
        row.getString("url"),
        kinds.isEmpty() ? List.of() : List.of(kinds.split(" ")),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("created")),
        instant(row, "failing_since"),
        secret,
        secret == null ? null : instant(row, "old_until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static Fault.Refused invalid(String expected) {
    return new Fault.Refused(Refusal.INVALID, expected);
  }
}
