package dev.hark.hub.job;

import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.work.Bonuses;
import dev.hark.task.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
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

  /** An answer whose bonus is not decided on. */
  private record Undecided(String assignmentId, double closeness, String state, long redoUntil) {
    static final String SELECT =
        "select p.assignment_id, p.closeness, a.state, coalesce(a.redo_until, 0) as redo_until"
            + " from piece_answer p join assignment a on a.id = p.assignment_id";

    static final String OPEN =
        "p.bonus_minor is null and " + GivenAnswer.COUNTS + " order by p.assignment_id";

    static Undecided of(ResultSet row) throws SQLException {
      return new Undecided(
          row.getString("assignment_id"),
          row.getDouble("closeness"),
          row.getString("state"),
          row.getLong("redo_until"));
    }

    Optional<Instant> redo(Instant now) {
      return LaterBonuses.redo(state, redoUntil, now);
    }
  }

  /** Pays an answer's bonus; does nothing where that was done before. */
  private void decide(Handle handle, Job job, String assignmentId, double closeness, Instant now) {
    Money bonus = Closeness.bonus(job.bonus(), closeness);
    boolean first =
        handle.execute(
                "update piece_answer set bonus_minor = 0, shown = ?"
                    + " where assignment_id = ? and bonus_minor is null",
                now.toEpochMilli(),
                assignmentId)
            == 1;
    if (!first) {
      return;
    }
    LaterBonuses.remove(handle, assignmentId);
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
  }

  /** Decides on the bonuses of a piece, but for those of answers that may still be done again. */
  void settlePiece(Handle handle, Job job, String taskId, Instant now) {
    handle
        .createQuery(Undecided.SELECT + " where p.task_id = :task and " + Undecided.OPEN)
        .bind("task", taskId)
        .map((row, context) -> Undecided.of(row))
        .list()
        .forEach(one -> settle(handle, job, one, now));
    raise(handle, job, taskId, now);
  }

  private void settle(Handle handle, Job job, Undecided one, Instant now) {
    one.redo(now)
        .ifPresentOrElse(
            end -> LaterBonuses.put(handle, one.assignmentId(), job.id(), end),
            () -> decide(handle, job, one.assignmentId(), one.closeness(), now));
  }

  /** Decides on a bonus that was left for later; one whose answer counts no more is forgotten. */
  void settleLater(Handle handle, Job job, String assignmentId, Instant now) {
    handle
        .createQuery(Undecided.SELECT + " where p.assignment_id = :id and " + Undecided.OPEN)
        .bind("id", assignmentId)
        .map((row, context) -> Undecided.of(row))
        .findOne()
        .ifPresentOrElse(
            one -> settle(handle, job, one, now), () -> LaterBonuses.remove(handle, assignmentId));
  }

  /** Who did an answer again that had its bonus already gets what the new words are worth more. */
  private void raise(Handle handle, Job job, String taskId, Instant now) {
    record Again(String assignmentId, double closeness, long bonus) {}
    handle
        .createQuery(
            "select p.assignment_id, p.closeness, p.bonus_minor from piece_answer p"
                + " where p.task_id = :task and p.bonus_minor is not null and exists (select 1"
                + " from redo r where r.assignment_id = p.assignment_id and r.redone >= p.shown)"
                + " and not exists (select 1 from dispute d"
                + " where d.assignment_id = p.assignment_id and d.paid_minor is not null)"
                + " order by p.assignment_id")
        .bind("task", taskId)
        .map(
            (row, context) ->
                new Again(
                    row.getString("assignment_id"),
                    row.getDouble("closeness"),
                    row.getLong("bonus_minor")))
        .list()
        .forEach(
            one -> {
              long more = Closeness.bonus(job.bonus(), one.closeness()).minor() - one.bonus();
              boolean raised =
                  more > 0
                      && pay(
                          handle,
                          job,
                          one.assignmentId(),
                          new Money(more, job.bonus().currency()),
                          one.closeness(),
                          false,
                          now);
              handle.execute(
                  "update piece_answer set bonus_minor = ?, shown = ? where assignment_id = ?",
                  raised ? one.bonus() + more : one.bonus(),
                  now.toEpochMilli(),
                  one.assignmentId());
            });
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

  /**
   * All bonuses are decided on, but for those of answers that may still be done again: what else is
   * left belongs to the requester.
   */
  void close(Handle handle, Job job, Instant now) {
    LaterBonuses.of(handle, job.id()).forEach(id -> settleLater(handle, job, id, now));
    int later = LaterBonuses.count(handle, job.id());
    int had =
        handle
            .createQuery("select bonuses from job where id = :id")
            .bind("id", job.id())
            .mapTo(Integer.class)
            .one();
    int back = Math.max(0, had - later);
    boolean mine =
        back > 0
            && handle.execute(
                    "update job set bonuses = ? where id = ? and bonuses = ?",
                    had - back,
                    job.id(),
                    had)
                == 1;
    if (mine) {
      long sum = Math.multiplyExact(back, job.bonus().minor());
      JobFunds.release(ledger, handle, job, sum, "bonuses:" + had, now);
    }
  }
}
