package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * By which ids requesters were known elsewhere. Moderators say so, and nobody else: a good name is
 * not for the taking. An id is one requester's. Safe for use by several threads and hubs.
 */
public final class AlsoKnown {
  /** Most old ids of one requester. */
  public static final int MOST = 20;

  private final Store store;
  private final Clock clock;

  public AlsoKnown(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The old ids of a requester, in alphabetical order. */
  public List<String> of(String requesterId) {
    return store.read(
        handle -> {
          Requesters.require(handle, requesterId);
          return ids(handle, requesterId);
        });
  }

  /**
   * A requester was known elsewhere by an id; what was imported about it is told of them from now
   * on. Does nothing where that is known.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such requester, {@link
   *     Refusal#INVALID} where that is no id or they have {@link #MOST}, {@link
   *     Refusal#KNOWN_AS_ANOTHER} where it is another requester's
   */
  public void link(Caller moderator, String requesterId, String oldId) {
    if (!ImportedBatch.isOldId(oldId)) {
      throw new Fault.Refused(
          Refusal.INVALID, "id: A and 9 to 29 capital letters or digits, as on the old market");
    }
    store.write(
        handle -> {
          Imports.lock(handle);
          Requesters.require(handle, requesterId);
          Optional<String> whose = requester(handle, oldId);
          if (whose.isPresent()) {
            if (!whose.get().equals(requesterId)) {
              throw new Fault.Refused(Refusal.KNOWN_AS_ANOTHER, oldId);
            }
            return requesterId;
          }
          if (ids(handle, requesterId).size() >= MOST) {
            throw new Fault.Refused(Refusal.INVALID, "id: at most " + MOST + " of one requester");
          }
          handle.execute(
              "insert into also_known (old_id, requester_id, by_id, made) values (?, ?, ?, ?)",
              oldId,
              requesterId,
              moderator.id(),
              clock.millis());
          ImportedSums.tell(handle, requesterId);
          Audit.note(
              handle,
              clock.instant(),
              moderator.id(),
              Deed.REQUESTER_LINKED,
              requesterId + " " + oldId);
          return requesterId;
        });
  }

  /**
   * Takes that back; does nothing where nobody said so.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such requester
   */
  public void unlink(Caller moderator, String requesterId, String oldId) {
    store.write(
        handle -> {
          Imports.lock(handle);
          Requesters.require(handle, requesterId);
          int gone =
              handle.execute(
                  "delete from also_known where old_id = ? and requester_id = ?",
                  oldId,
                  requesterId);
          if (gone > 0) {
            ImportedSums.tell(handle, requesterId);
            Audit.note(
                handle,
                clock.instant(),
                moderator.id(),
                Deed.REQUESTER_UNLINKED,
                requesterId + " " + oldId);
          }
          return gone;
        });
  }

  static List<String> ids(Handle handle, String requesterId) {
    return handle
        .createQuery("select old_id from also_known where requester_id = :id order by old_id")
        .bind("id", requesterId)
        .mapTo(String.class)
        .list();
  }

  static Optional<String> requester(Handle handle, String oldId) {
    return handle
        .createQuery("select requester_id from also_known where old_id = :id")
        .bind("id", oldId)
        .mapTo(String.class)
        .findOne();
  }
}
