package dev.hark.market;

import dev.hark.filter.Facts;
import dev.hark.pay.Earned;
import dev.hark.pay.HourlyPay;
import dev.hark.review.Standing;
import dev.hark.task.TaskGroup;
import java.time.Duration;
import java.util.Optional;

/**
 * A task group with what is known of it and of who pays.
 *
 * @param group the work
 * @param standing what reviews say of the requester
 * @param hourly pay per hour from what was earned, else from recorded times, else an estimate by
 *     the length of its sound; empty where there is none of these
 * @param decided how many submissions the requester decided on
 * @param approved how many of those were approved
 * @param timeToPay median time from submit to payment, where known
 * @param imported what was said of the requester elsewhere; empty where nothing was imported
 * @param earned what was really earned an hour, empty where no work has ended
 */
public record Offer(
    TaskGroup group,
    Standing standing,
    Optional<HourlyPay> hourly,
    int decided,
    int approved,
    Optional<Duration> timeToPay,
    Optional<Facts.Imported> imported,
    Optional<Earned> earned) {

  /** With nothing from elsewhere, and of which it is not known what anybody earned. */
  public Offer(
      TaskGroup group,
      Standing standing,
      Optional<HourlyPay> hourly,
      int decided,
      int approved,
      Optional<Duration> timeToPay) {
    this(group, standing, hourly, decided, approved, timeToPay, Optional.empty(), Optional.empty());
  }
}
