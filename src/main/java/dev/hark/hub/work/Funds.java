package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Ledger;
import java.util.Currency;
import org.jdbi.v3.core.Handle;

/** Sees to it that what a requester posts can be paid. */
public final class Funds {
  private final Ledger ledger;

  public Funds(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Every answer that is still wanted, and every one that nobody decided on, may have to be paid.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} where the requester's money does not cover
   *     it
   */
  void requireCovered(Handle handle, String requesterId, Currency currency) {
    long missing = missing(handle, requesterId, currency.getCurrencyCode());
    if (missing > 0) {
      throw new Fault.Refused(
          Refusal.INVALID,
          "reward: no more than your deposit covers, "
              + missing
              + " minor units of "
              + currency.getCurrencyCode()
              + " are missing");
    }
  }

  /** Minor units that lack for what is wanted and undecided; 0 or less where all is covered. */
  long missing(Handle handle, String requesterId, String code) {
    long wanted =
        sum(
            handle,
            "select coalesce(sum(open_slots * reward_minor), 0) from task_group"
                + " where requester_id = :requester and currency = :currency",
            requesterId,
            code);
    long undecided =
        sum(
            handle,
            "select coalesce(sum(g.reward_minor), 0) from assignment a"
                + " join task_group g on g.id = a.group_id where a.requester_id = :requester"
                + " and a.state = 'SUBMITTED' and g.currency = :currency",
            requesterId,
            code);
    long balance = ledger.balance(Book.requester(requesterId), code);
    return wanted + undecided - balance;
  }

  private static long sum(Handle handle, String query, String requesterId, String currency) {
    return handle
        .createQuery(query)
        .bind("requester", requesterId)
        .bind("currency", currency)
        .mapTo(Long.class)
        .one();
  }
}
