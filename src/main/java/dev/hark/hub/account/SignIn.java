package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Store;
import dev.hark.hub.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * Finds out who holds a token, with one look-up by key and no write. The day of a token's last use
 * is written once a day, beside the request. Safe for use by several threads.
 */
public final class SignIn {
  private final Store store;
  private final Clock clock;
  private final Set<String> beingNoted = ConcurrentHashMap.newKeySet();

  public SignIn(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Who holds a token.
   *
   * @param reads whether the request only looks
   * @throws Fault.Refused with {@link Refusal#UNAUTHENTICATED} where it is unknown or revoked,
   *     {@link Refusal#TOKEN_EXPIRED}, {@link Refusal#ACCOUNT_CLOSED}
   */
  public Caller caller(String token, boolean reads) {
    String hash = Sha256.of(token);
    Tokens.Kept kept = find(hash).orElseThrow(() -> new Fault.Refused(Refusal.UNAUTHENTICATED));
    Instant now = clock.instant();
    if (kept.revoked()) {
      throw new Fault.Refused(
          isClosed(kept.accountId()) ? Refusal.ACCOUNT_CLOSED : Refusal.UNAUTHENTICATED);
    }
    if (kept.expires().isPresent() && !now.isBefore(kept.expires().get())) {
      throw new Fault.Refused(Refusal.TOKEN_EXPIRED, kept.expires().get());
    }
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    if (kept.used().isEmpty() || kept.used().get().isBefore(today)) {
      noteUse(hash, today);
    }
    return new Caller(kept.accountId(), kept.role(), kept.id(), kept.scopes(), reads);
  }

  /** Whether a token is good and belongs to an account. */
  boolean holds(String token, String accountId) {
    return find(Sha256.of(token))
        .filter(kept -> kept.accountId().equals(accountId) && !kept.revoked())
        .filter(kept -> kept.expires().map(end -> end.isAfter(clock.instant())).orElse(true))
        .isPresent();
  }

  private Optional<Tokens.Kept> find(String hash) {
    return store.read(
        handle ->
            handle
                .createQuery(Tokens.Kept.SELECT + " where hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> Tokens.Kept.of(row))
                .findOne());
  }

  private boolean isClosed(String accountId) {
    return store.read(
        handle ->
            handle
                .createQuery("select 1 from account where id = :id and closed is not null")
                .bind("id", accountId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private void noteUse(String hash, Instant day) {
    if (beingNoted.add(hash)) {
      Thread.ofVirtual().name("hub-token-use").start(() -> write(hash, day));
    }
  }

  private void write(String hash, Instant day) {
    try {
      store.write(
          handle ->
              handle.execute(
                  "update token set used = ? where hash = ? and (used is null or used < ?)",
                  day.toEpochMilli(),
                  hash,
                  day.toEpochMilli()));
    } catch (StoreException | RejectedExecutionException _) {
      // The next request tries again; nothing but a date is behind.
    } finally {
      beingNoted.remove(hash);
    }
  }
}
