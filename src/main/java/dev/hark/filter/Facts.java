package dev.hark.filter;

import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import dev.hark.task.Need;
import dev.hark.task.TaskGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a filter may look at, for one task group. What is not known is empty, never zero.
 *
 * @param group the work
 * @param hourly pay per hour, from the slow quarter of workers to the quick one; empty where
 *     nobody's is known
 * @param timedWorkers people who stand behind it; none where it is an estimate
 * @param reviews what reviews say of the requester
 * @param decided submissions the requester decided on
 * @param approved how many of those were approved
 * @param timeToPay median time from submit to payment, empty where unknown
 * @param floor the worker's floor in the currency of the task; empty where the worker has none, and
 *     where no rate into that currency is known
 * @param me the worker
 * @param exchange holds amounts in one currency against those in another
 * @param earned what workers really earned an hour; empty where no work has ended
 */
public record Facts(
    TaskGroup group,
    Optional<MoneyRange> hourly,
    int timedWorkers,
    Reviews reviews,
    int decided,
    int approved,
    Optional<Duration> timeToPay,
    Optional<Money> floor,
    Me me,
    Exchange exchange,
    Optional<Earned> earned) {

  /** Facts where no amount is converted, and nobody earned anything yet. */
  public Facts(
      TaskGroup group,
      Optional<MoneyRange> hourly,
      int timedWorkers,
      Reviews reviews,
      int decided,
      int approved,
      Optional<Duration> timeToPay,
      Optional<Money> floor,
      Me me) {
    this(
        group,
        hourly,
        timedWorkers,
        reviews,
        decided,
        approved,
        timeToPay,
        floor,
        me,
        Exchange.NONE,
        Optional.empty());
  }

  /** Whether {@link #hourly} is what workers earned, rather than the reward over their times. */
  public boolean hourlyEarned() {
    return earned.filter(Earned::ranged).isPresent();
  }

  /** Whether {@link #hourly} is an estimate, since nobody has done such a task yet. */
  public boolean hourlyEstimated() {
    return hourly.isPresent() && timedWorkers == 0;
  }

  /**
   * What workers really earned an hour, rejected and returned work included.
   *
   * @param average all money through all time
   * @param tasks pieces of work behind it
   * @param ranged whether pay per hour as a range is of what was earned too
   */
  public record Earned(Money average, int tasks, boolean ranged) {}

  /** Says what an amount is in another currency. */
  @FunctionalInterface
  public interface Exchange {
    /** Knows no rate. */
    Exchange NONE =
        (amount, currency) ->
            amount.currency().equals(currency) ? Optional.of(amount) : Optional.empty();

    /** The amount in that currency; empty where no rate is known. */
    Optional<Money> into(Money amount, Currency currency);
  }

  /** Whether pay per hour and floor are both known, and the slow quarter earns less than it. */
  public boolean underFloor() {
    return hourly.isPresent()
        && floor.isPresent()
        && hourly.get().low().currency().equals(floor.get().currency())
        && hourly.get().low().compareTo(floor.get()) < 0;
  }

  /** What is known from reviews; four states that are never confused. */
  public enum Asked {
    /** There are reviews. */
    RATED,
    /** The source was asked and has none. */
    NO_REVIEWS,
    /** The source was not asked yet. */
    NOT_ASKED,
    /** The source does not answer. */
    SOURCE_DOWN
  }

  /**
   * What reviews say of a requester.
   *
   * @param asked whether anything is known
   * @param downSince since when the source does not answer; empty in other states
   * @param reviewers people who reviewed, 0 unless rated
   * @param overall overall rating, 1 to 5, empty where none
   * @param lower lower bound of the rating, empty where none
   * @param accessibility mean mark for accessibility, empty where nobody marked it
   * @param reports how many people report what
   * @param imported what was said elsewhere; empty where nothing was imported
   */
  public record Reviews(
      Asked asked,
      Optional<Instant> downSince,
      int reviewers,
      OptionalDouble overall,
      OptionalDouble lower,
      OptionalDouble accessibility,
      Reports reports,
      Optional<Imported> imported) {

    /** With nothing from elsewhere. */
    public Reviews(
        Asked asked,
        Optional<Instant> downSince,
        int reviewers,
        OptionalDouble overall,
        OptionalDouble lower,
        OptionalDouble accessibility,
        Reports reports) {
      this(asked, downSince, reviewers, overall, lower, accessibility, reports, Optional.empty());
    }

    /** The same with what was said elsewhere. */
    public Reviews with(Optional<Imported> other) {
      return new Reviews(
          asked, downSince, reviewers, overall, lower, accessibility, reports, other);
    }

    /** No rating, for one of the three other reasons. */
    public static Reviews none(Asked asked, Optional<Instant> downSince) {
      OptionalDouble none = OptionalDouble.empty();
      return new Reviews(
          asked,
          downSince,
          0,
          none,
          none,
          none,
          asked == Asked.NO_REVIEWS ? Reports.ZERO : Reports.UNKNOWN);
    }

    /** Whether the source answered: with reviews, or that there are none. */
    public boolean answered() {
      return asked == Asked.RATED || asked == Asked.NO_REVIEWS;
    }
  }

  /**
   * What was said of a requester elsewhere, bound to no work that the market saw.
   *
   * @param overall 1 to 5, empty without marks
   * @param reviews how many
   * @param sources where they were written
   * @param newest when the newest was written, where the sources tell
   */
  public record Imported(
      OptionalDouble overall, int reviews, List<String> sources, Optional<Instant> newest) {
    public Imported {
      sources = List.copyOf(sources);
    }
  }

  /**
   * How many people report what; empty where that is not known.
   *
   * @param unjustRejections work rejected without a good reason
   * @param termsBroken broken terms
   * @param brokenTasks tasks that could not be done
   * @param unpaidScreening questions before the work without pay
   */
  public record Reports(
      OptionalInt unjustRejections,
      OptionalInt termsBroken,
      OptionalInt brokenTasks,
      OptionalInt unpaidScreening) {
    public static final Reports UNKNOWN =
        new Reports(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** Where nobody reviewed. */
    public static final Reports ZERO =
        new Reports(OptionalInt.of(0), OptionalInt.of(0), OptionalInt.of(0), OptionalInt.of(0));
  }

  /** What a worker did before. Asked only where something depends on it. */
  @FunctionalInterface
  public interface History {
    /** Knows nothing. */
    History UNKNOWN = group -> Optional.empty();

    /** What they did for the requester of a group; empty where that cannot be known now. */
    Optional<Done> with(TaskGroup group);
  }

  /**
   * Answers that a worker handed in.
   *
   * @param approved for the requester, approved
   * @param rejected for the requester, rejected
   * @param pending for the requester, not decided on yet
   * @param inGroup in this very group, however decided
   */
  public record Done(int approved, int rejected, int pending, int inGroup) {
    /** All that was handed in for the requester. */
    public int all() {
      return approved + rejected + pending;
    }
  }

  /**
   * What filters may know of the worker; never leaves this machine.
   *
   * @param can the senses and devices the worker has and will use
   * @param floor lowest acceptable pay per hour, empty for none
   * @param history what they did before
   */
  public record Me(Set<Need> can, Optional<Money> floor, History history) {
    /** Somebody of whom nobody knows what they did. */
    public Me(Set<Need> can, Optional<Money> floor) {
      this(can, floor, History.UNKNOWN);
    }

    /** Somebody who said nothing of themselves: everything is shown. */
    public static final Me ANYBODY = new Me(EnumSet.allOf(Need.class), Optional.empty());

    public Me {
      can = Set.copyOf(can);
    }

    /** What the work needs and the worker lacks, in the order of {@link Need}. */
    public Set<Need> lacks(TaskGroup group) {
      if (can.containsAll(group.needs())) {
        return Set.of();
      }
      Set<Need> lacking = EnumSet.noneOf(Need.class);
      lacking.addAll(group.needs());
      lacking.removeAll(can);
      return lacking;
    }
  }
}
