package dev.hark.hub.commons;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Notes who pays whom: a person's reviews count from the moment that somebody pays them. */
public final class Payers {
  /** Once this many pay a person, one more changes nothing. */
  private static final int ENOUGH = 2;

  private Payers() {}

  /**
   * A requester pays a worker for approved work, within the transaction that does so.
   *
   * @param paid as of when
   */
  public static void paid(Handle handle, String workerId, String requesterId, Instant paid) {
    int added =
        handle.execute(
            "insert into paid_by (worker_id, requester_id, first_paid) values (?, ?, ?)"
                + " on conflict (worker_id, requester_id) do nothing",
            workerId,
            requesterId,
            paid.toEpochMilli());
    if (added == 0) {
      return;
    }
    String person = People.person(handle, workerId);
    People.lock(handle, person);
    List<String> accounts = People.accounts(handle, person);
    if (payers(handle, accounts) > ENOUGH) {
      return;
    }
    for (String reviewed : People.reviewed(handle, accounts)) {
      Voices.lock(handle, reviewed);
      Voices.refresh(handle, person, reviewed, Optional.empty());
    }
  }

  /** How many there are, as far as it matters. */
  private static int payers(Handle handle, List<String> accounts) {
    return handle
        .createQuery(
            "select count(*) from (select distinct requester_id from paid_by"
                + " where worker_id in (<workers>) limit 3) payers")
        .bindList("workers", accounts)
        .mapTo(Integer.class)
        .one();
  }
}
