package dev.hark.hub.job;

import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.work.Bonuses;
import dev.hark.task.Money;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Pays bonuses by closeness from what a job has set aside for them, and gives back what is left.
 * Each answer takes the highest bonus from what is set aside, once; what it did not earn is the
 * requester's again. Where nothing is set aside any more, as for an answer in the place of one that
 * was rejected, or one that came after the job's end, the requester's own money pays the bonus as
 * far as it covers it.
 */
final class JobBonuses {
  private final Ledger ledger;
  private final Bonuses bonuses;

  JobBonuses(Ledger ledger, Bonuses bonuses) {
    this.ledger = ledger;
    this.bonuses = bonuses;
  }

  /**
   * Pays an answer's bonus; does nothing where that was done before.
   *
   * @return whether it was decided now
   */
  boolean settle(Handle handle, Job job, String assignmentId, double closeness, Instant now) {
    Money bonus = Closeness.bonus(job.bonus(), closeness);
    boolean first =
        handle.execute(
                "update piece_answer set bonus_minor = 0, shown = ?"
                    + " where assignment_id = ? and bonus_minor is null",
                now.toEpochMilli(),
                assignmentId)
            == 1;
    if (!first) {
      return false;
    }
    boolean setAside = take(handle, job);
    if (bonus.minor() > 0 && pay(handle, job, assignmentId, bonus, closeness, setAside, now)) {
      handle.execute(
          "update piece_answer set bonus_minor = ? where assignment_id = ?",
          bonus.minor(),
          assignmentId);
    }
    if (setAside) {
      long left = job.bonus().minor() - bonus.minor();
      JobFunds.release(ledger, handle, job, left, "bonus:" + assignmentId, now);
    }
    return true;
  }

  private boolean pay(
      Handle handle,
      Job job,
      String assignmentId,
      Money bonus,
      double closeness,
      boolean setAside,
      Instant now) {
    String reason = Math.round(100 * closeness) + " %";
    if (!setAside) {
      return bonuses.payWhereCovered(handle, job.requesterId(), assignmentId, bonus, reason, now);
    }
    bonuses.pay(handle, assignmentId, Book.job(job.id()), bonus, reason, now);
    return true;
  }

  private static boolean take(Handle handle, Job job) {
    return handle.execute(
            "update job set bonuses = bonuses - 1 where id = ? and bonuses > 0", job.id())
        == 1;
  }

  /** No further bonus is paid: what is left belongs to the requester. */
  void close(Handle handle, Job job, Instant now) {
    int left =
        handle
            .createQuery("select bonuses from job where id = :id")
            .bind("id", job.id())
            .mapTo(Integer.class)
            .one();
    boolean mine =
        left > 0
            && handle.execute(
                    "update job set bonuses = 0 where id = ? and bonuses = ?", job.id(), left)
                == 1;
    if (mine) {
      long back = Math.multiplyExact(left, job.bonus().minor());
      JobFunds.release(ledger, handle, job, back, "bonuses", now);
    }
  }
}
