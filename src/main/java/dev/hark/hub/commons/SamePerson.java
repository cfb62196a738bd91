package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which accounts are one person, as far as moderators know: together they have one voice, and none
 * about themselves. Safe for use by several threads and hubs.
 */
public final class SamePerson {
  private final Store store;
  private final Clock clock;

  public SamePerson(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A worker's account is somebody's who has another account; so are those that were known to be
   * the same person's. All ratings follow at once.
   *
   * @param workerId whose voice it is about
   * @param otherId of a worker or a requester
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID} where the first
   *     is no worker's, or belongs to another requester already
   */
  public void join(Caller moderator, String workerId, String otherId) {
    store.write(
        handle -> {
          lock(handle);
          requireWorker(handle, workerId);
          if (role(handle, otherId).isEmpty()) {
            throw new Fault.Refused(Refusal.NOT_FOUND, otherId);
          }
          String from = People.person(handle, workerId);
          String to = People.person(handle, otherId);
          if (from.equals(to)) {
            return to;
          }
          if (!role(handle, from).equals(Optional.of("WORKER"))) {
            throw new Fault.Refused(
                Refusal.INVALID, "account: of the person that this one belongs to already");
          }
          change(
              handle,
              List.of(from, to),
              () ->
                  handle.execute(
                      "update account set same_as = ? where id = ? or same_as = ?",
                      to,
                      from,
                      from));
          Audit.note(handle, clock.instant(), moderator.id(), Deed.ACCOUNTS_JOINED, workerId);
          return to;
        });
  }

  /**
   * Takes back that a worker's account is somebody else's; does nothing where nobody said so.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID}
   */
  public void part(Caller moderator, String workerId) {
    store.write(
        handle -> {
          lock(handle);
          requireWorker(handle, workerId);
          String person = People.person(handle, workerId);
          if (!person.equals(workerId)) {
            change(
                handle,
                List.of(person, workerId),
                () -> handle.execute("update account set same_as = null where id = ?", workerId));
            Audit.note(handle, clock.instant(), moderator.id(), Deed.ACCOUNTS_PARTED, workerId);
          }
          return person;
        });
  }

  private static void change(Handle handle, List<String> people, Runnable change) {
    List<String> accounts = new ArrayList<>();
    for (String person : people.stream().sorted().toList()) {
      People.lock(handle, person);
      accounts.addAll(People.accounts(handle, person));
    }
    List<String> requesters = People.reviewed(handle, accounts);
    for (String requester : requesters) {
      Voices.lock(handle, requester);
      people.forEach(person -> Voices.withdraw(handle, person, requester));
    }
    change.run();
    List<String> now =
        accounts.stream().map(account -> People.person(handle, account)).distinct().toList();
    for (String requester : requesters) {
      now.forEach(person -> Voices.refresh(handle, person, requester, Optional.empty()));
    }
  }

  private static void lock(Handle handle) {
    Store.lock(handle, "people");
  }

  private static void requireWorker(Handle handle, String id) {
    Optional<String> role = role(handle, id);
    if (role.isEmpty()) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
    if (!role.get().equals("WORKER")) {
      throw new Fault.Refused(Refusal.INVALID, "id: an account of a worker");
    }
  }

  private static Optional<String> role(Handle handle, String id) {
    return handle
        .createQuery("select role from account where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }
}
