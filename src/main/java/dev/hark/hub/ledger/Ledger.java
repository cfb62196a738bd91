package dev.hark.hub.ledger;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Store;
import dev.hark.task.Money;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Moves money between books. Every transfer has a key that is used once for ever, so that nothing
 * is paid twice, and two entries that add up to nothing. A balance is the sum of a book's entries
 * in one currency; no running total stands anywhere. Safe for use by several threads and hubs.
 */
public final class Ledger {
  /** Largest deposit, in minor units. */
  public static final long DEPOSIT_LIMIT = 100_000_000_000L;

  /** Most that a requester may have, in minor units; far below what a sum of 64 bits can hold. */
  public static final long BALANCE_LIMIT = 1_000_000_000_000L;

  private static final int BATCH = 500;

  private final Store store;
  private final Clock clock;

  public Ledger(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Makes a transfer within the transaction that is going on; does nothing where its key was used.
   *
   * @return whether money moved
   */
  public boolean post(Handle handle, Transfer transfer) {
    return postAll(handle, List.of(transfer)) == 1;
  }

  /**
   * Makes those of the transfers whose keys were not used before.
   *
   * @return how many were made
   */
  public int postAll(Handle handle, List<Transfer> transfers) {
    int made = 0;
    for (int from = 0; from < transfers.size(); from += BATCH) {
      List<Transfer> some = transfers.subList(from, Math.min(from + BATCH, transfers.size()));
      Set<String> fresh = claim(handle, some);
      // A key may stand twice in the list: only the first one moves.
      List<Transfer> moving = some.stream().filter(one -> fresh.remove(one.key())).toList();
      writeEntries(handle, moving);
      made += moving.size();
    }
    return made;
  }

  /** Takes the keys for ever, and gives those that nobody had. */
  private static Set<String> claim(Handle handle, List<Transfer> transfers) {
    Query insert =
        handle.createQuery(
            "insert into transfer (transfer_key, made) values "
                + String.join(", ", Collections.nCopies(transfers.size(), "(?, ?)"))
                + " on conflict do nothing returning transfer_key");
    int at = 0;
    for (Transfer one : transfers) {
      insert.bind(at++, one.key()).bind(at++, one.made().toEpochMilli());
    }
    return insert.mapTo(String.class).collect(Collectors.toCollection(HashSet::new));
  }

  private static void writeEntries(Handle handle, List<Transfer> transfers) {
    if (transfers.isEmpty()) {
      return;
    }
    PreparedBatch entries =
        handle.prepareBatch(
            "insert into entry (transfer_key, book, currency, kind, minor, made)"
                + " values (?, ?, ?, ?, ?, ?)");
    for (Transfer one : transfers) {
      long made = one.made().toEpochMilli();
      String currency = one.amount().currency().getCurrencyCode();
      long minor = one.amount().minor();
      entries.add(one.key(), one.from(), currency, one.kind().name(), -minor, made);
      entries.add(one.key(), one.to(), currency, one.kind().name(), minor, made);
    }
    entries.execute();
  }

  /**
   * Puts money from the world into a requester's book.
   *
   * @param key the same key again with the same amount changes nothing
   * @return whether money moved
   * @throws Fault.Refused with {@link Refusal#INVALID} for an amount that is none or too large, or
   *     where the key was used for another amount
   */
  public boolean deposit(String requesterId, Money amount, String key) {
    require(amount.minor() > 0 && amount.minor() <= DEPOSIT_LIMIT, "minor: 1 to " + DEPOSIT_LIMIT);
    Transfer transfer = Transfer.deposit(requesterId, amount, key, clock.instant());
    return store.write(
        handle -> {
          Store.lock(handle, transfer.to());
          Optional<Money> known = known(handle, transfer.key());
          if (known.isPresent()) {
            require(
                known.get().equals(amount), "Idempotency-Key: not used for another deposit before");
            return false;
          }
          long after =
              balance(handle, transfer.to(), amount.currency().getCurrencyCode()) + amount.minor();
          require(after <= BALANCE_LIMIT, "minor: a balance of at most " + BALANCE_LIMIT);
          return post(handle, transfer);
        });
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new Fault.Refused(Refusal.INVALID, expected);
    }
  }

  /** What was moved under a key; empty where it was not used. */
  public Optional<Money> known(Handle handle, String key) {
    return handle
        .createQuery(
            "select minor, currency from entry where transfer_key = :key and minor > 0 limit 1")
        .bind("key", key)
        .map((row, context) -> Money.of(row.getLong("minor"), row.getString("currency")))
        .findOne();
  }

  /** The balance of a book in one currency, in minor units. */
  public long balance(String book, String currency) {
    return store.read(handle -> balance(handle, book, currency));
  }

  /** What a book has, by currency; nothing is left out but currencies it has nothing in. */
  public List<Money> balances(String book) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select currency, sum(minor) as minor from entry where book = :book"
                        + " group by currency having sum(minor) <> 0 order by currency")
                .bind("book", book)
                .map((row, context) -> Money.of(row.getLong("minor"), row.getString("currency")))
                .list());
  }

  /** As {@link #balance(String, String)}, within the transaction that is going on. */
  public long balance(Handle handle, String book, String currency) {
    return handle
        .createQuery(
            "select coalesce(sum(minor), 0) from entry"
                + " where book = :book and currency = :currency")
        .bind("book", book)
        .bind("currency", currency)
        .mapTo(Long.class)
        .one();
  }
}
