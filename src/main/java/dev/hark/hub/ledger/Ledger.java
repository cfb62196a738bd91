package dev.hark.hub.ledger;

import dev.hark.hub.store.Store;
import dev.hark.task.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Moves money between books. Every transfer has a key that is used once for ever, so that nothing
 * is paid twice, and two entries that add up to nothing. Safe for use by several threads.
 */
public final class Ledger {
  private final Store store;
  private final Clock clock;

  public Ledger(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * One transfer.
   *
   * @param key unique for ever, such as {@code reward:ASSIGNMENT}
   * @param from the book that pays
   * @param to the book that is paid
   * @param amount more than nothing
   * @param made when
   */
  public record Transfer(String key, String from, String to, Money amount, Instant made) {
    public Transfer {
      if (amount.minor() <= 0 || from.equals(to)) {
        throw new IllegalArgumentException(
            key + " moves " + amount + " from " + from + " to " + to);
      }
    }
  }

  /** Makes a transfer within the transaction that is going on; fails where the key was used. */
  public void transfer(Transfer transfer) {
    transferAll(List.of(transfer));
  }

  /** Makes transfers, all or none; fails where a key was used. */
  public void transferAll(List<Transfer> transfers) {
    if (transfers.isEmpty()) {
      return;
    }
    store.write(
        handle -> {
          PreparedBatch moves =
              handle.prepareBatch("insert into transfer (transfer_key, made) values (?, ?)");
          PreparedBatch entries =
              handle.prepareBatch(
                  "insert into entry (transfer_key, book, currency, minor, made)"
                      + " values (?, ?, ?, ?, ?)");
          for (Transfer one : transfers) {
            long made = one.made().toEpochMilli();
            String currency = one.amount().currency().getCurrencyCode();
            moves.add(one.key(), made);
            entries.add(one.key(), one.from(), currency, -one.amount().minor(), made);
            entries.add(one.key(), one.to(), currency, one.amount().minor(), made);
          }
          moves.execute();
          return entries.execute();
        });
  }

  /**
   * Puts money from the world into a requester's book.
   *
   * @param key the same key again changes nothing
   * @return whether money moved
   */
  public boolean deposit(String requesterId, Money amount, String key) {
    String unique = "deposit:" + requesterId + ":" + key;
    return store.write(
        handle -> {
          boolean known =
              handle
                  .createQuery("select 1 from transfer where transfer_key = :key")
                  .bind("key", unique)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (!known) {
            transfer(
                new Transfer(
                    unique, Book.WORLD, Book.requester(requesterId), amount, clock.instant()));
          }
          return !known;
        });
  }

  /** The balance of a book in one currency, in minor units. */
  public long balance(String book, String currency) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select coalesce(sum(minor), 0) from entry"
                        + " where book = :book and currency = :currency")
                .bind("book", book)
                .bind("currency", currency)
                .mapTo(Long.class)
                .one());
  }
}
