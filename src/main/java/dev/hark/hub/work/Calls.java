package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Sha256;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Remembers calls by their idempotency key, so that a call that is sent again changes nothing. */
final class Calls {
  private Calls() {}

  /**
   * Notes a call within its transaction.
   *
   * @param accountId who calls
   * @param key of the call, by account
   * @param what the call says, as text; the same for the same call
   * @return false where this call was made before
   * @throws Fault.Refused with {@link Refusal#INVALID} where the key was used for another call
   */
  static boolean first(Handle handle, String accountId, String key, String what, Instant now) {
    String fingerprint = Sha256.of(what);
    int noted =
        handle.execute(
            "insert into call_made (account_id, call_key, fingerprint, made) values (?, ?, ?, ?)"
                + " on conflict (account_id, call_key) do nothing",
            accountId,
            key,
            fingerprint,
            now.toEpochMilli());
    if (noted == 1) {
      return true;
    }
    boolean same =
        handle
            .createQuery(
                "select fingerprint from call_made where account_id = :account and call_key = :key")
            .bind("account", accountId)
            .bind("key", key)
            .mapTo(String.class)
            .one()
            .equals(fingerprint);
    if (!same) {
      throw new Fault.Refused(Refusal.INVALID, "Idempotency-Key: not used for another call before");
    }
    return false;
  }
}
