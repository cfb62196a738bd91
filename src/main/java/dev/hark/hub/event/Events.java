package dev.hark.hub.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.hub.store.Ids;
import dev.hark.wire.Json;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** Writes events. */
public final class Events {
  /** Longest data of an event, as characters of JSON. */
  public static final int DATA_LIMIT = 2_000;

  /**
   * Keeps what one hub wrote within a millisecond in order; between hubs, order is not promised.
   */
  private static final AtomicLong ORDINAL = new AtomicLong();

  private Events() {}

  /**
   * Writes an event; it is told once the transaction is kept, and never where it is not.
   *
   * @param handle of the transaction that does what the event tells
   * @param at when it happened
   * @return its id
   */
  public static String emit(Handle handle, Instant at, Event event) {
    long millis = at.toEpochMilli();
    String id = Ids.next();
    handle.execute(
        "insert into event (id, ordinal, happened, kind, open, requester_id, worker_id, group_id,"
            + " assignment_id, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        ORDINAL.updateAndGet(last -> Math.max(last + 1, millis * 1_000)),
        millis,
        event.kind().name(),
        event.open() ? 1 : 0,
        event.requesterId().orElse(null),
        event.workerId().orElse(null),
        event.groupId().orElse(null),
        event.assignmentId().orElse(null),
        json(event));
    return id;
  }

  private static String json(Event event) {
    try {
      String json = Json.MAPPER.writeValueAsString(event.data());
      if (json.length() > DATA_LIMIT) {
        throw new IllegalArgumentException("data of " + event.kind() + " is too long");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
