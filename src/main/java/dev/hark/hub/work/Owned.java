package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A group as its requester changes it.
 *
 * @param state {@code DRAFT} or {@code PUBLISHED}
 * @param expires when nobody can accept any more
 * @param lifetime from publication, where there is an end
 * @param copies answers wanted for each task
 * @param tasks how many there are
 */
record Owned(
    String id,
    String requesterId,
    String state,
    Instant expires,
    Optional<Duration> lifetime,
    int copies,
    int tasks) {

  /**
   * Takes a group for a change; others who want to change it wait until this transaction ends.
   * Workers do not.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such group, or has
   *     deleted it
   */
  static Owned take(Handle handle, Caller caller, String id) {
    Store.lock(handle, "group:" + id);
    return handle
        .createQuery("select * from task_group where id = :id and state <> 'DELETED'")
        .bind("id", id)
        .map(
            (row, context) -> {
              long lifetime = row.getLong("lifetime_seconds");
              Optional<Duration> ends =
                  row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(lifetime));
              return new Owned(
                  id,
                  row.getString("requester_id"),
                  row.getString("state"),
                  Instant.ofEpochMilli(row.getLong("expires")),
                  ends,
                  row.getInt("copies"),
                  row.getInt("tasks"));
            })
        .findOne()
        .filter(group -> caller.answersFor(group.requesterId()))
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  boolean draft() {
    return state.equals("DRAFT");
  }

  /** Whether nobody can take a task any more. */
  boolean overAt(Instant now) {
    return !draft() && !expires.isAfter(now);
  }
}
