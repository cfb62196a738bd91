package dev.hark.hub.work;

import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.wire.MoneyJson;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Tells what happens to groups and assignments, in the transaction that does it. */
final class Telling {
  private Telling() {}

  /** Its requester and its worker hear of it. */
  static void assignment(Handle handle, EventKind kind, Held held, Instant at) {
    assignment(handle, kind, held.requesterId(), held.workerId(), held.groupId(), held.id(), at);
  }

  static void assignment(
      Handle handle,
      EventKind kind,
      String requesterId,
      String workerId,
      String groupId,
      String id,
      Instant at) {
    Events.emit(
        handle, at, Event.between(kind, requesterId, workerId).group(groupId).assignment(id));
  }

  /** Everybody hears of it. */
  static void published(
      Handle handle, String requesterId, String groupId, NewGroup group, Instant at) {
    Events.emit(
        handle,
        at,
        Event.open(EventKind.GROUP_PUBLISHED, requesterId)
            .group(groupId)
            .with("title", group.title())
            .with("kind", group.kind().name())
            .with("language", group.language().toLanguageTag())
            .with("reward", MoneyJson.of(group.reward())));
  }
}
