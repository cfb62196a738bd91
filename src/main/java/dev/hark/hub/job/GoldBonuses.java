package dev.hark.hub.job;

import dev.hark.hub.work.GoldWatch;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sets the highest bonus of answers to gold aside, as for those to a recording's pieces. */
public final class GoldBonuses implements GoldWatch {
  private final Clock clock;
  private final JobFunds funds;

  GoldBonuses(Clock clock, JobFunds funds) {
    this.clock = clock;
    this.funds = funds;
  }

  @Override
  public void lock(Handle handle, String groupId) {
    open(handle, groupId).ifPresent(job -> SharedBudget.lock(handle, job));
  }

  @Override
  public void wanted(Handle handle, String groupId, int more) {
    open(handle, groupId)
        .filter(job -> job.bonus().minor() > 0)
        .ifPresent(job -> change(handle, job, Math.max(more, -job.bonuses())));
  }

  private void change(Handle handle, Job job, int bonuses) {
    handle.execute("update job set bonuses = bonuses + ? where id = ?", bonuses, job.id());
    funds.changeBonuses(handle, job, bonuses, clock.instant());
  }

  private static Optional<Job> open(Handle handle, String groupId) {
    return handle
        .createQuery(Job.SELECT + " where j.group_id = :group and j.closed is null")
        .bind("group", groupId)
        .map((row, context) -> Job.of(row))
        .findOne();
  }
}
