package dev.hark.hub.job;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Kind;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.ledger.Transfer;
import dev.hark.hub.store.Ids;
import dev.hark.hub.work.Payments;
import dev.hark.task.Money;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What is set aside for a job beyond its group's escrow: reward and fee of answers that may still
 * be wanted, and the highest bonus of every answer. The ledger's check holds it to {@code (answers
 * - wanted) (reward + fee) + bonuses bonus} of the job's row, so that whoever changes the row calls
 * this in the same transaction. Every method but {@link #share} makes its transfer once for ever.
 */
final class JobFunds {
  private final Ledger ledger;
  private final Payments payments;

  JobFunds(Ledger ledger, Payments payments) {
    this.ledger = ledger;
    this.payments = payments;
  }

  /**
   * Sets aside what a new job may cost beyond its group's escrow.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED} where the requester's money does not
   *     cover it
   */
  void reserve(Handle handle, Job job, Instant now) {
    Money all = money(job, further(job, job.answers() - job.wanted()) + bonuses(job));
    if (all.minor() > 0) {
      reserve(handle, job, all, "escrow:" + Book.job(job.id()), now);
    }
  }

  /** Moves reward and fee of one more answer to a piece into the group's escrow. */
  void want(Handle handle, Job job, JobPiece piece, Instant now) {
    ledger.post(
        handle,
        new Transfer(
            "escrow:" + Book.job(job.id()) + ":" + piece.number() + ":" + (piece.wanted() + 1),
            Kind.ESCROW,
            Book.job(job.id()),
            Book.escrow(job.groupId()),
            money(job, further(job, 1)),
            now));
  }

  /**
   * Sets the highest bonus of more answers aside, or gives it back.
   *
   * @param bonuses of how many answers more; fewer where it is below 0
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED}
   */
  void changeBonuses(Handle handle, Job job, int bonuses, Instant now) {
    String cause = "gold:" + Ids.next();
    Money all = money(job, Math.multiplyExact(Math.abs(bonuses), job.bonus().minor()));
    if (bonuses < 0) {
      release(ledger, handle, job, all.minor(), cause, now);
    } else if (bonuses > 0) {
      reserve(handle, job, all, "escrow:" + Book.job(job.id()) + ":" + cause, now);
    }
  }

  private void reserve(Handle handle, Job job, Money all, String key, Instant now) {
    payments.requireCovered(handle, job.requesterId(), all, now);
    ledger.post(
        handle,
        new Transfer(
            key, Kind.ESCROW, Book.requester(job.requesterId()), Book.job(job.id()), all, now));
  }

  /**
   * Gives back what is not needed.
   *
   * @param answers that were set aside for, and will not be wanted
   * @param bonuses that were set aside, and will not be paid
   * @param cause unique for this job
   */
  void release(Handle handle, Job job, int answers, int bonuses, String cause, Instant now) {
    long back = further(job, answers) + bonuses * job.bonus().minor();
    release(ledger, handle, job, back, cause, now);
  }

  /**
   * Gives back a sum; nothing where it is 0.
   *
   * @param cause unique for this job
   */
  static void release(
      Ledger ledger, Handle handle, Job job, long minor, String cause, Instant now) {
    if (minor > 0) {
      ledger.post(
          handle,
          new Transfer(
              "release:" + Book.job(job.id()) + ":" + cause,
              Kind.RELEASE,
              Book.job(job.id()),
              Book.requester(job.requesterId()),
              money(job, minor),
              now));
    }
  }

  /**
   * Gives to another job what is set aside for answers that this one does not ask for.
   *
   * @param bonuses of those answers
   */
  static void share(
      Ledger ledger, Handle handle, Job from, Job to, int answers, int bonuses, Instant now) {
    ledger.post(
        handle,
        new Transfer(
            "share:" + Book.job(from.id()) + ":" + Ids.next(),
            Kind.ESCROW,
            Book.job(from.id()),
            Book.job(to.id()),
            money(from, further(from, answers) + bonuses * from.bonus().minor()),
            now));
  }

  private static long further(Job job, int answers) {
    return Math.multiplyExact(answers, job.reward().plus(job.fee()).minor());
  }

  private static long bonuses(Job job) {
    return Math.multiplyExact(job.bonuses(), job.bonus().minor());
  }

  private static Money money(Job job, long minor) {
    return new Money(minor, job.reward().currency());
  }
}
