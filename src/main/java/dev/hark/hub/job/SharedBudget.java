package dev.hark.hub.job;

import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Answers that may still be asked for go from one recording to another that shares its budget, with
 * the money that is set aside for them. Every method works within the transaction of the handle,
 * with the budget locked.
 */
final class SharedBudget {
  private final Ledger ledger;
  private final Clock clock;

  SharedBudget(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Keeps all others waiting that change the same recording, or one that shares its budget. */
  static void lock(Handle handle, Job job) {
    Store.lock(
        handle,
        job.budget()
            .map(budget -> "budget:" + job.requesterId() + ":" + budget)
            .orElse("job:" + job.id()));
  }

  /**
   * The recordings that go on and share a job's budget, itself too where it goes on, the first
   * posted first. Those whose answers cost another sum share nothing.
   */
  static List<Job> open(Handle handle, Job job) {
    if (job.budget().isEmpty()) {
      return Jobs.find(handle, job.id()).filter(now -> now.closed().isEmpty()).stream().toList();
    }
    return handle
        .createQuery(
            Job.SELECT
                + " where j.requester_id = :requester and j.budget = :budget"
                + " and j.closed is null order by j.created, j.id")
        .bind("requester", job.requesterId())
        .bind("budget", job.budget().get())
        .map((row, context) -> Job.of(row))
        .list()
        .stream()
        .filter(other -> other.costsLike(job))
        .toList();
  }

  /** Sees to it that a job may ask for one more answer, where one is left of its budget. */
  void cover(Handle handle, Job job) {
    List<Job> sharing = open(handle, job);
    boolean covered =
        sharing.stream().anyMatch(one -> one.id().equals(job.id()) && one.further() > 0);
    if (!covered) {
      sharing.stream()
          .filter(other -> other.further() > 0)
          .findFirst()
          .ifPresent(other -> move(handle, other, job, 1));
    }
  }

  /** What a job leaves that ends is for the others. */
  void passOn(Handle handle, Job job) {
    Job ending = Jobs.find(handle, job.id()).orElseThrow();
    Optional<Job> heir =
        open(handle, job).stream().filter(other -> !other.id().equals(job.id())).findFirst();
    if (heir.isPresent() && ending.closed().isEmpty() && ending.further() > 0) {
      move(handle, ending, heir.get(), ending.further());
    }
  }

  private void move(Handle handle, Job from, Job to, int answers) {
    int bonuses = Math.min(answers, from.bonuses());
    boolean taken =
        handle.execute(
                "update job set answers = answers + ?, bonuses = bonuses + ?"
                    + " where id = ? and closed is null",
                answers,
                bonuses,
                to.id())
            == 1;
    boolean given =
        taken
            && handle.execute(
                    "update job set answers = answers - ?, bonuses = bonuses - ? where id = ?"
                        + " and closed is null and answers = ? and wanted = ? and bonuses = ?",
                    answers,
                    bonuses,
                    from.id(),
                    from.answers(),
                    from.wanted(),
                    from.bonuses())
                == 1;
    if (taken && !given) {
      handle.execute(
          "update job set answers = answers - ?, bonuses = bonuses - ? where id = ?",
          answers,
          bonuses,
          to.id());
    }
    if (given) {
      JobFunds.share(ledger, handle, from, to, answers, bonuses, clock.instant());
    }
  }
}
