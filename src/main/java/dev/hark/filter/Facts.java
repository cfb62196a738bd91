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
import java.util.Set;

/**
 * What a filter may look at, for one task group. What is not known is empty, never zero.
 *
 * @param group the work
 * @param hourly pay per hour, from the slow quarter of workers to the quick one; empty where
 *     nobody's is known
 * @param timedWorkers people who stand behind it
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
   * @param unjustRejections people who report unjust rejections
   * @param termsBroken people who report broken terms
   * @param imported what was said elsewhere; empty where nothing was imported
   */
  public record Reviews(
      Asked asked,
      Optional<Instant> downSince,
      int reviewers,
      OptionalDouble overall,
      OptionalDouble lower,
      OptionalDouble accessibility,
      int unjustRejections,
      int termsBroken,
      Optional<Imported> imported) {

    /** With nothing from elsewhere. */
    public Reviews(
        Asked asked,
        Optional<Instant> downSince,
        int reviewers,
        OptionalDouble overall,
        OptionalDouble lower,
        OptionalDouble accessibility,
        int unjustRejections,
        int termsBroken) {
      this(
          asked,
          downSince,
          reviewers,
          overall,
          lower,
          accessibility,
          unjustRejections,
          termsBroken,
          Optional.empty());
    }

    /** The same with what was said elsewhere. */
    public Reviews with(Optional<Imported> other) {
      return new Reviews(
          asked,
          downSince,
          reviewers,
          overall,
          lower,
          accessibility,
          unjustRejections,
          termsBroken,
          other);
    }

    /** No rating, for one of the three other reasons. */
    public static Reviews none(Asked asked, Optional<Instant> downSince) {
      OptionalDouble none = OptionalDouble.empty();
      return new Reviews(asked, downSince, 0, none, none, none, 0, 0);
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
   * What filters may know of the worker; never leaves this machine.
   *
   * @param can the senses and devices the worker has and will use
   * @param floor lowest acceptable pay per hour, empty for none
   */
  public record Me(Set<Need> can, Optional<Money> floor) {
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
