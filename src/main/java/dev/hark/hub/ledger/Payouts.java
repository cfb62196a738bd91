package dev.hark.hub.ledger;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.task.Money;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.PayoutJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Money that workers ask for. It leaves the worker's book at once, waits in a book of its own, and
 * leaves the market when it is paid, or comes back when it is returned. Safe for use by several
 * threads and hubs.
 */
public final class Payouts {
  private final Store store;
  private final Clock clock;
  private final Ledger ledger;

  public Payouts(Store store, Clock clock, Ledger ledger) {
    this.store = store;
    this.clock = clock;
    this.ledger = ledger;
  }

  /**
   * A worker asks for money.
   *
   * @param minor minor units; all there are where empty
   * @param key the same key again gives the same payout
   * @throws Fault.Refused with {@link Refusal#PAYOUT_TOO_MUCH} (names what there is), {@link
   *     Refusal#PAYOUT_TOO_SMALL} (names the least), or {@link Refusal#INVALID}
   */
  public PayoutJson request(String workerId, Currency currency, OptionalLong minor, String key) {
    return store.write(
        handle -> {
          Store.lock(handle, Book.worker(workerId));
          Optional<PayoutJson> known = known(handle, workerId, key);
          if (known.isPresent()) {
            requireSame(known.get().amount(), currency, minor);
            return known.get();
          }
          String code = currency.getCurrencyCode();
          long balance = ledger.balance(handle, Book.worker(workerId), code);
          Money amount = new Money(minor.orElse(balance), currency);
          if (amount.minor() > balance || balance <= 0) {
            throw new Fault.Refused(Refusal.PAYOUT_TOO_MUCH, new Money(balance, currency));
          }
          long least = least(handle, code);
          if (amount.minor() < least) {
            throw new Fault.Refused(Refusal.PAYOUT_TOO_SMALL, new Money(least, currency));
          }
          return make(handle, workerId, amount, key);
        });
  }

  private PayoutJson make(Handle handle, String workerId, Money amount, String key) {
    String id = Ids.next();
    Instant now = clock.instant();
    handle.execute(
        "insert into payout (id, worker_id, payout_key, minor, currency, state, asked)"
            + " values (?, ?, ?, ?, ?, 'REQUESTED', ?)",
        id,
        workerId,
        key,
        amount.minor(),
        amount.currency().getCurrencyCode(),
        now.toEpochMilli());
    ledger.post(
        handle,
        new Transfer(
            "payout:" + id, Kind.PAYOUT, Book.worker(workerId), Book.payout(id), amount, now));
    Events.emit(handle, now, event(EventKind.PAYOUT_REQUESTED, workerId, id, amount));
    return find(handle, id);
  }

  private static void requireSame(MoneyJson known, Currency currency, OptionalLong minor) {
    if (!known.currency().equals(currency.getCurrencyCode())
        || minor.orElse(known.minor()) != known.minor()) {
      throw new Fault.Refused(
          Refusal.INVALID, "Idempotency-Key: not used for another payout before");
    }
  }

  private static Optional<PayoutJson> known(Handle handle, String workerId, String key) {
    return handle
        .createQuery("select * from payout where worker_id = :worker and payout_key = :key")
        .bind("worker", workerId)
        .bind("key", key)
        .map((row, context) -> of(row))
        .findOne();
  }

  private static long least(Handle handle, String currency) {
    return handle
        .createQuery("select minor from payout_least where currency = :currency")
        .bind("currency", currency)
        .mapTo(Long.class)
        .findOne()
        .orElse(1L);
  }

  /** Sets the least that is paid out at once. */
  public void least(Money amount) {
    store.write(
        handle ->
            handle.execute(
                "insert into payout_least (currency, minor) values (?, ?)"
                    + " on conflict (currency) do update set minor = excluded.minor",
                amount.currency().getCurrencyCode(),
                amount.minor()));
  }

  /**
   * The worker's payouts, the newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<PayoutJson> of(String workerId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle ->
            from.page(
                handle
                    .createQuery(
                        "select * from payout where worker_id = :worker"
                            + " and (asked, id) < (:at, :id)"
                            + " order by asked desc, id desc limit :limit")
                    .bind("worker", workerId),
                limit,
                "asked",
                "id",
                (row, _) -> of(row)));
  }

  /**
   * A payout reached the worker; does nothing where that was noted before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#PAYOUT_NOT_SENT} where it
   *     stands in no settlement file, {@link Refusal#PAYOUT_SETTLED} where it was returned
   */
  public PayoutJson confirm(String id) {
    return store.write(
        handle -> {
          if (settle(handle, id, "PAID", null, "state = 'SENT'")) {
            PayoutJson paid = find(handle, id);
            Instant now = clock.instant();
            Money amount = paid.amount().toMoney();
            ledger.post(
                handle,
                new Transfer("paid:" + id, Kind.PAID, Book.payout(id), Book.WORLD, amount, now));
            Events.emit(handle, now, event(EventKind.PAYOUT_PAID, paid.worker(), id, amount));
          }
          return requireState(find(handle, id), "PAID");
        });
  }

  /**
   * A payout did not reach the worker, or is not made: the money is the worker's again. Does
   * nothing where that was noted before.
   *
   * @param words why, for the worker
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#PAYOUT_SETTLED} where it
   *     was paid
   */
  public PayoutJson giveBack(String id, String words) {
    return store.write(
        handle -> {
          if (settle(handle, id, "RETURNED", words, "state in ('REQUESTED', 'SENT')")) {
            PayoutJson back = find(handle, id);
            Instant now = clock.instant();
            Money amount = back.amount().toMoney();
            ledger.post(
                handle,
                new Transfer(
                    "payout-returned:" + id,
                    Kind.PAYOUT_RETURNED,
                    Book.payout(id),
                    Book.worker(back.worker()),
                    amount,
                    now));
            Events.emit(handle, now, event(EventKind.PAYOUT_FAILED, back.worker(), id, amount));
          }
          return requireState(find(handle, id), "RETURNED");
        });
  }

  /** One conditional update: of several who settle at once, one succeeds. */
  private boolean settle(
      Handle handle, String id, String state, @Nullable String words, String before) {
    return handle.execute(
            "update payout set state = ?, settled = ?, words = ? where id = ? and " + before,
            state,
            clock.millis(),
            words,
            id)
        == 1;
  }

  private static PayoutJson requireState(PayoutJson payout, String state) {
    if (!payout.state().equals(state)) {
      throw new Fault.Refused(
          payout.state().equals("REQUESTED") ? Refusal.PAYOUT_NOT_SENT : Refusal.PAYOUT_SETTLED);
    }
    return payout;
  }

  private static Event event(EventKind kind, String workerId, String id, Money amount) {
    return Event.toWorker(kind, workerId)
        .with("payout", id)
        .with("minor", amount.minor())
        .with("currency", amount.currency().getCurrencyCode());
  }

  private static PayoutJson find(Handle handle, String id) {
    return handle
        .createQuery("select * from payout where id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  static PayoutJson of(ResultSet row) throws SQLException {
    long settled = row.getLong("settled");
    Instant at = row.wasNull() ? null : Instant.ofEpochMilli(settled);
    return new PayoutJson(
        row.getString("id"),
        row.getString("worker_id"),
        new MoneyJson(row.getLong("minor"), row.getString("currency")),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("asked")),
        row.getString("batch_id"),
        at,
        row.getString("words"));
  }
}
