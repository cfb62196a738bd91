package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.FeeRate;
import dev.hark.hub.ledger.Kind;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.ledger.Transfer;
import dev.hark.hub.store.Store;
import dev.hark.task.Money;
import dev.hark.wire.CostJson;
import dev.hark.wire.FundsJson;
import dev.hark.wire.MoneyJson;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What requesters have, and what their work would cost. Safe for use by several threads. */
public final class Funds {
  private final Store store;
  private final Clock clock;
  private final Ledger ledger;
  private final Payments payments;

  public Funds(Store store, Clock clock, Ledger ledger, Payments payments) {
    this.store = store;
    this.clock = clock;
    this.ledger = ledger;
    this.payments = payments;
  }

  /** What a requester may spend and what is set aside, by currency. */
  public FundsJson of(String requesterId) {
    settle(requesterId);
    return store.read(
        handle -> {
          Map<String, Long> free =
              sums(
                  handle,
                  "select currency, sum(minor) as minor from entry"
                      + " where book = 'requester:' || :requester group by currency",
                  requesterId);
          Map<String, Long> aside =
              sums(
                  handle,
                  """
                  select currency, sum(minor) as minor from (
                    select e.currency, e.minor from task_group g
                      join entry e on e.book = 'escrow:' || g.id
                    where g.requester_id = :requester
                    union all
                    select e.currency, e.minor from job j
                      join entry e on e.book = 'job:' || j.id
                    where j.requester_id = :requester
                    union all
                    select e.currency, e.minor from rejection r
                      join entry e on e.book = 'kept:' || r.assignment_id
                    where r.requester_id = :requester and r.kept_until is not null) aside
                  group by currency
                  """,
                  requesterId);
          Map<String, FundsJson.Line> lines = new TreeMap<>();
          for (String code : free.keySet()) {
            lines.put(
                code,
                new FundsJson.Line(
                    new MoneyJson(free.get(code), code),
                    new MoneyJson(aside.getOrDefault(code, 0L), code)));
          }
          return new FundsJson(
              lines.values().stream().toList(), FeeRate.current(handle).basisPoints());
        });
  }

  /** Hardly ever is anything due: only then does a reader wait for the writers. */
  private void settle(String requesterId) {
    Instant now = clock.instant();
    if (store.read(handle -> KeptRewards.isDue(handle, requesterId, now))) {
      store.write(
          handle -> {
            payments.kept().releaseDue(handle, requesterId, now);
            return requesterId;
          });
    }
  }

  private static Map<String, Long> sums(Handle handle, String query, String requesterId) {
    return handle
        .createQuery(query)
        .bind("requester", requesterId)
        .reduceRows(
            new TreeMap<String, Long>(),
            (all, row) -> {
              all.put(row.getColumn("currency", String.class), row.getColumn("minor", Long.class));
              return all;
            });
  }

  /**
   * What a group would cost if it were posted now; nothing is posted.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} where the group makes no sense
   */
  public CostJson cost(String requesterId, NewGroup group) {
    GroupRules.check(group);
    settle(requesterId);
    return store.read(
        handle -> {
          long answers = (long) group.tasks().size() * group.copies();
          Money reward = group.reward();
          Money fee = payments.fee(handle, reward);
          Money total = new Money(answers * (reward.minor() + fee.minor()), reward.currency());
          String code = reward.currency().getCurrencyCode();
          long balance = ledger.balance(handle, Book.requester(requesterId), code);
          return new CostJson(
              answers,
              new MoneyJson(answers * reward.minor(), code),
              new MoneyJson(answers * fee.minor(), code),
              MoneyJson.of(total),
              new MoneyJson(balance, code),
              balance < total.minor() ? new MoneyJson(total.minor() - balance, code) : null);
        });
  }

  /**
   * Gives a requester back what they did not use.
   *
   * @param key the same key again with the same amount changes nothing
   * @return whether money moved
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED}, or {@link Refusal#INVALID} where the
   *     key was used for another amount
   */
  public boolean refund(String requesterId, Money amount, String key) {
    String unique = "refund:" + requesterId + ":" + key;
    return store.write(
        handle -> {
          payments.lock(handle, requesterId);
          Optional<Money> known = ledger.known(handle, unique);
          if (known.isPresent()) {
            if (!known.get().equals(amount)) {
              throw new Fault.Refused(
                  Refusal.INVALID, "Idempotency-Key: not used for another refund before");
            }
            return false;
          }
          payments.requireCovered(handle, requesterId, amount, clock.instant());
          return ledger.post(
              handle,
              new Transfer(
                  unique,
                  Kind.REFUND,
                  Book.requester(requesterId),
                  Book.WORLD,
                  amount,
                  clock.instant()));
        });
  }

  /** What the operator takes of each reward of work that is posted now. */
  public FeeRate fee() {
    return store.read(FeeRate::current);
  }

  /** Sets what the operator takes of each reward of work that is posted from now on. */
  public void fee(FeeRate rate) {
    store.write(
        handle -> {
          Store.lock(handle, "fee");
          return handle.execute(
              "insert into fee_rate (number, basis_points, since)"
                  + " select coalesce(max(number), 0) + 1, ?, ? from fee_rate",
              rate.basisPoints(),
              clock.millis());
        });
  }
}
