package dev.hark.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a hub.
 *
 * @param cursor where it stands; reading on from here gives what comes after it
 * @param id stable
 * @param kind such as {@code assignment.submitted}; ignore kinds that you do not know
 * @param at when it happened
 * @param requesterId whose work it is about
 * @param workerId who did it, or whom it befell
 * @param groupId the task group
 * @param assignmentId the assignment
 * @param data further members that depend on the kind
 */
public record EventJson(
    String cursor,
    String id,
    String kind,
    Instant at,
    @Nullable String requesterId,
    @Nullable String workerId,
    @Nullable String groupId,
    @Nullable String assignmentId,
    Map<String, Object> data) {

  /** The same, with the worker under another id. */
  public EventJson by(String worker) {
    return new EventJson(cursor, id, kind, at, requesterId, worker, groupId, assignmentId, data);
  }
}
