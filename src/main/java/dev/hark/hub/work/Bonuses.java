package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.task.Money;
import dev.hark.wire.BonusJson;
import dev.hark.wire.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Money beyond the reward, from a requester to a worker who handed in an answer. Safe for use by
 * several threads and hubs.
 */
public final class Bonuses {
  /** Largest bonus, in minor units: as much as the largest reward. */
  public static final long LIMIT = GroupRules.REWARD_LIMIT;

  /** Longest reason, in characters. */
  public static final int REASON_LIMIT = 1_000;

  private final Store store;
  private final Clock clock;
  private final Payments payments;

  public Bonuses(Store store, Clock clock, Payments payments) {
    this.store = store;
    this.clock = clock;
    this.payments = payments;
  }

  /**
   * Gives a bonus for an answer, whatever was decided on it.
   *
   * @param amount in any currency that the requester has
   * @param reason in words, which the worker gets to hear
   * @param key the same key again with the same bonus gives the same bonus
   * @throws Fault.Refused with {@link Refusal#INVALID}, {@link Refusal#NOT_FOUND} where the caller
   *     has no such answer, {@link Refusal#NOT_COVERED}
   */
  public BonusJson give(
      Caller caller, String assignmentId, Money amount, String reason, String key) {
    require(amount.minor() >= 1 && amount.minor() <= LIMIT, "amount.minor: 1 to " + LIMIT);
    require(
        !reason.isBlank() && reason.length() <= REASON_LIMIT,
        "reason: 1 to " + REASON_LIMIT + " characters");
    return store.write(
        handle -> {
          Held held = Held.find(handle, assignmentId);
          if (!caller.answersFor(held.requesterId()) || held.submitted().isEmpty()) {
            throw new Fault.Refused(Refusal.NOT_FOUND, assignmentId);
          }
          payments.lock(handle, held.requesterId());
          Optional<BonusJson> known = known(handle, held.requesterId(), key);
          if (known.isPresent()) {
            require(
                known.get().assignmentId().equals(assignmentId)
                    && known.get().amount().equals(MoneyJson.of(amount))
                    && known.get().reason().equals(reason),
                "Idempotency-Key: not used for another bonus before");
            return known.get();
          }
          return make(handle, caller, held, amount, reason, key);
        });
  }

  private BonusJson make(
      Handle handle, Caller caller, Held held, Money amount, String reason, String key) {
    Instant now = clock.instant();
    String id = Ids.next();
    payments.bonus(handle, held.requesterId(), held.workerId(), amount, id, now);
    note(handle, held, amount, reason, key, id, now);
    Audit.note(handle, now, caller.id(), Deed.BONUS_GIVEN, held.id());
    return known(handle, held.requesterId(), key).orElseThrow();
  }

  /**
   * Pays a bonus that was set aside before, within the transaction of the handle; the caller sees
   * to it that it is paid once.
   *
   * @param book where it was set aside, and where it is
   * @param reason in words, which the worker gets to hear
   */
  public void pay(
      Handle handle, String assignmentId, String book, Money amount, String reason, Instant now) {
    Held held = Held.find(handle, assignmentId);
    String id = Ids.next();
    payments.bonusFrom(handle, book, held.workerId(), amount, id, now);
    note(handle, held, amount, reason, id, id, now);
  }

  /**
   * Pays a bonus from what the requester has, within the transaction of the handle; the caller sees
   * to it that it is paid once.
   *
   * @return false where the requester's money does not cover it, and nothing was paid
   */
  public boolean payWhereCovered(
      Handle handle,
      String requesterId,
      String assignmentId,
      Money amount,
      String reason,
      Instant now) {
    if (!payments.covers(handle, requesterId, amount, now)) {
      return false;
    }
    pay(handle, assignmentId, Book.requester(requesterId), amount, reason, now);
    return true;
  }

  private static void note(
      Handle handle, Held held, Money amount, String reason, String key, String id, Instant now) {
    handle.execute(
        "insert into bonus (id, assignment_id, requester_id, worker_id, bonus_key, minor, currency,"
            + " reason, made) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        held.id(),
        held.requesterId(),
        held.workerId(),
        key,
        amount.minor(),
        amount.currency().getCurrencyCode(),
        reason,
        now.toEpochMilli());
    Ended.bonus(handle, held, amount.minor(), amount.currency().getCurrencyCode());
    Events.emit(
        handle,
        now,
        Event.between(EventKind.BONUS_PAID, held.requesterId(), held.workerId())
            .group(held.groupId())
            .assignment(held.id())
            .with("minor", amount.minor())
            .with("currency", amount.currency().getCurrencyCode()));
  }

  private static Optional<BonusJson> known(Handle handle, String requesterId, String key) {
    return handle
        .createQuery("select * from bonus where requester_id = :requester and bonus_key = :key")
        .bind("requester", requesterId)
        .bind("key", key)
        .map((row, context) -> of(row))
        .findOne();
  }

  /**
   * A worker's bonuses, the newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<BonusJson> of(String workerId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle ->
            from.page(
                handle
                    .createQuery(
                        "select * from bonus where worker_id = :worker"
                            + " and (made, id) < (:at, :id)"
                            + " order by made desc, id desc limit :limit")
                    .bind("worker", workerId),
                limit,
                "made",
                "id",
                (row, _) -> of(row)));
  }

  private static BonusJson of(ResultSet row) throws SQLException {
    return new BonusJson(
        row.getString("id"),
        row.getString("assignment_id"),
        row.getString("requester_id"),
        row.getString("worker_id"),
        new MoneyJson(row.getLong("minor"), row.getString("currency")),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("made")));
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new Fault.Refused(Refusal.INVALID, expected);
    }
  }
}
