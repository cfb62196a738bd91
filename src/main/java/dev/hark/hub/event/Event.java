package dev.hark.hub.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened, before it is written. Made by {@link #open} or {@link #between} and the
 * methods that add to it.
 *
 * @param kind what happened
 * @param open whether everybody may hear of it
 * @param requesterId whose work it is about; they hear of it
 * @param workerId who did it, or whom it befell; they hear of it, and so does the requester, who
 *     learns this id
 * @param groupId the task group
 * @param assignmentId the assignment
 * @param data further texts, numbers and maps of them that help to tell it; no names, words or
 *     answers of workers, and at most {@value Events#DATA_LIMIT} characters as JSON
 */
public record Event(
    EventKind kind,
    boolean open,
    Optional<String> requesterId,
    Optional<String> workerId,
    Optional<String> groupId,
    Optional<String> assignmentId,
    Map<String, Object> data) {
  public Event {
    if (open && workerId.isPresent()) {
      throw new IllegalArgumentException("no worker is named to everybody");
    }
    if (!open && requesterId.isEmpty() && workerId.isEmpty()) {
      throw new IllegalArgumentException("nobody would hear of it");
    }
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /** Everybody hears of it, and the webhooks of its requester. */
  public static Event open(EventKind kind, String requesterId) {
    return new Event(kind, true, Optional.of(requesterId), NONE, NONE, NONE, Map.of());
  }

  /** A requester hears of it. */
  public static Event toRequester(EventKind kind, String requesterId) {
    return new Event(kind, false, Optional.of(requesterId), NONE, NONE, NONE, Map.of());
  }

  /** A worker hears of it. */
  public static Event toWorker(EventKind kind, String workerId) {
    return new Event(kind, false, NONE, Optional.of(workerId), NONE, NONE, Map.of());
  }

  /** A requester and a worker hear of it, and the requester learns the worker's id. */
  public static Event between(EventKind kind, String requesterId, String workerId) {
    return new Event(
        kind, false, Optional.of(requesterId), Optional.of(workerId), NONE, NONE, Map.of());
  }

  private static final Optional<String> NONE = Optional.empty();

  public Event group(String id) {
    return new Event(kind, open, requesterId, workerId, Optional.of(id), assignmentId, data);
  }

  public Event assignment(String id) {
    return new Event(kind, open, requesterId, workerId, groupId, Optional.of(id), data);
  }

  /** One more member of the data. */
  public Event with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(name, value);
    return new Event(kind, open, requesterId, workerId, groupId, assignmentId, more);
  }
}
