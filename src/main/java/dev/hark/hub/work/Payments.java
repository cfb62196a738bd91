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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The one place where work moves money. Every method works within the transaction of the handle and
 * takes part in its all or nothing; every one makes its transfer once for ever, by a key of the
 * group or assignment and the cause that the caller names, so that calling again does nothing.
 *
 * <p>The rule that all callers keep together, and that the ledger's check holds them to: the escrow
 * of a group is reward and fee for each answer that is still wanted (slots that are open or held)
 * and for each that was handed in and not decided for good. So whoever makes or opens a slot calls
 * {@link #escrow}, whoever closes one without paying calls {@link #release}, and an approval calls
 * {@link #approved}, which pays from what is there and locks nothing.
 *
 * <p>A rejection whose slot is opened again for somebody else needs no call: the money stays for
 * the other answer. One whose slot stays closed, or is closed later without an answer, has its
 * money moved to {@link #kept}, and is paid from there when it is turned round. Where the slot went
 * to somebody else or the money was given back, the overturning calls {@link #escrow} for one
 * answer first, with the cause {@code overturned:ASSIGNMENT}.
 */
public final class Payments {
  private final Ledger ledger;
  private final KeptRewards kept;

  public Payments(Ledger ledger) {
    this.ledger = ledger;
    this.kept = new KeptRewards(ledger);
  }

  /** The money of rejected answers. */
  KeptRewards kept() {
    return kept;
  }

  /**
   * Answers that a group wants.
   *
   * @param groupId the group, whose row is there or is written in the same transaction
   * @param answers how many, at least none
   * @param each reward and fee of one
   */
  public record Wanted(String groupId, long answers, Money each) {
    /** Reward and fee of all. */
    Money all() {
      return new Money(Math.multiplyExact(each.minor(), answers), each.currency());
    }
  }

  /** What the operator takes for one answer of a group that is written now; may be nothing. */
  public Money fee(Handle handle, Money reward) {
    return FeeRate.current(handle).of(reward);
  }

  /**
   * Sets money of a requester aside for the answers of groups, all or nothing.
   *
   * @param cause unique for each group, such as {@code published} or {@code extended:TOKEN}
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED}, which names what is missing, where the
   *     requester's money does not cover it
   */
  public void escrow(
      Handle handle, String requesterId, List<Wanted> wanted, String cause, Instant made) {
    List<Transfer> transfers = new ArrayList<>();
    Map<String, Money> needed = new TreeMap<>();
    for (Wanted one : wanted) {
      String key = "escrow:" + one.groupId() + ":" + cause;
      if (one.answers() > 0 && ledger.known(handle, key).isEmpty()) {
        Money all = one.all();
        needed.merge(all.currency().getCurrencyCode(), all, Money::plus);
        transfers.add(
            new Transfer(
                key,
                Kind.ESCROW,
                Book.requester(requesterId),
                Book.escrow(one.groupId()),
                all,
                made));
      }
    }
    needed.values().forEach(amount -> requireCovered(handle, requesterId, amount, made));
    ledger.postAll(handle, transfers);
  }

  /**
   * Sets money aside for further answers of a group that is there.
   *
   * @param answers how many, at least none
   * @param cause unique for this group
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED}, or {@link Refusal#NOT_FOUND}
   */
  public void escrow(Handle handle, String groupId, long answers, String cause, Instant made) {
    Terms terms = Terms.of(handle, groupId);
    escrow(
        handle,
        terms.requesterId(),
        List.of(new Wanted(groupId, answers, terms.each())),
        cause,
        made);
  }

  /**
   * Gives a requester back what was set aside for answers that are not wanted any more.
   *
   * @param answers how many slots were closed without an answer that is paid, at least none
   * @param cause unique for this group, such as {@code expired:NUMBER} or {@code slot:SLOT}
   */
  public void release(Handle handle, String groupId, long answers, String cause, Instant made) {
    if (answers == 0) {
      return;
    }
    Terms terms = Terms.of(handle, groupId);
    ledger.post(
        handle,
        new Transfer(
            "release:" + groupId + ":" + cause,
            Kind.RELEASE,
            Book.escrow(groupId),
            Book.requester(terms.requesterId()),
            new Wanted(groupId, answers, terms.each()).all(),
            made));
  }

  /** Pays a worker for an answer, and the operator's fee, from what its group has set aside. */
  void approved(Handle handle, Held held, Instant decided) {
    pay(handle, held, Book.escrow(held.groupId()), decided);
  }

  /** Pays for a rejected answer after all, from what was kept for it. */
  void overturned(Handle handle, Held held, Instant decided) {
    pay(handle, held, Book.kept(held.id()), decided);
  }

  private void pay(Handle handle, Held held, String from, Instant decided) {
    ledger.postAll(
        handle, rewards(held.id(), from, held.workerId(), held.reward(), held.fee(), decided));
  }

  static List<Transfer> rewards(
      String assignmentId, String from, String workerId, Money reward, Money fee, Instant decided) {
    Transfer paid =
        new Transfer(
            "reward:" + assignmentId, Kind.REWARD, from, Book.worker(workerId), reward, decided);
    return fee.minor() == 0
        ? List.of(paid)
        : List.of(
            paid, new Transfer("fee:" + assignmentId, Kind.FEE, from, Book.FEES, fee, decided));
  }

  /** A worker gets money beyond the reward from a requester's book. */
  void bonus(
      Handle handle, String requesterId, String workerId, Money amount, String id, Instant made) {
    requireCovered(handle, requesterId, amount, made);
    bonusFrom(handle, Book.requester(requesterId), workerId, amount, id, made);
  }

  /** The same from a book where it was set aside. */
  void bonusFrom(
      Handle handle, String book, String workerId, Money amount, String id, Instant made) {
    ledger.post(
        handle, new Transfer("bonus:" + id, Kind.BONUS, book, Book.worker(workerId), amount, made));
  }

  /** Until the transaction ends, nobody else spends this requester's money. */
  void lock(Handle handle, String requesterId) {
    Store.lock(handle, Book.requester(requesterId));
  }

  /**
   * Nobody else spends this requester's money until the transaction ends.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED}
   */
  public void requireCovered(Handle handle, String requesterId, Money amount, Instant now) {
    long lacking = lacking(handle, requesterId, amount, now);
    if (lacking > 0) {
      throw new Fault.Refused(Refusal.NOT_COVERED, new Money(lacking, amount.currency()));
    }
  }

  /** Whether a requester has so much; nobody else spends it until the transaction ends. */
  boolean covers(Handle handle, String requesterId, Money amount, Instant now) {
    return lacking(handle, requesterId, amount, now) <= 0;
  }

  /** What a requester has too little, in minor units; not above 0 where they have enough. */
  private long lacking(Handle handle, String requesterId, Money amount, Instant now) {
    lock(handle, requesterId);
    String code = amount.currency().getCurrencyCode();
    long balance = ledger.balance(handle, Book.requester(requesterId), code);
    if (balance < amount.minor() && KeptRewards.isDue(handle, requesterId, now)) {
      kept.releaseDue(handle, requesterId, now);
      balance = ledger.balance(handle, Book.requester(requesterId), code);
    }
    return amount.minor() - balance;
  }

  /**
   * Nothing comes onto the market for somebody whose account was closed meanwhile.
   *
   * @throws Fault.Refused with {@link Refusal#ACCOUNT_CLOSED}
   */
  void requireOpen(Handle handle, String requesterId) {
    lock(handle, requesterId);
    boolean closed =
        handle
            .createQuery("select 1 from account where id = :id and closed is not null")
            .bind("id", requesterId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (closed) {
      throw new Fault.Refused(Refusal.ACCOUNT_CLOSED);
    }
  }

  private record Terms(String requesterId, Money each) {
    static Terms of(Handle handle, String groupId) {
      return handle
          .createQuery(
              "select requester_id, reward_minor + fee_minor as each_minor, currency"
                  + " from task_group where id = :group")
          .bind("group", groupId)
          .map(
              (row, context) ->
                  new Terms(
                      row.getString("requester_id"),
                      Money.of(row.getLong("each_minor"), row.getString("currency"))))
          .findOne()
          .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, groupId));
    }
  }
}
