package dev.hark.market;

import dev.hark.pay.Earned;
import dev.hark.review.Rating;
import dev.hark.task.Money;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a requester sees of their own ratings, or of one of their groups; what is not known is
 * empty.
 *
 * @param requesterId whose
 * @param rated empty where no review counts
 * @param waiting people whose reviews do not count yet
 * @param decided answers decided on
 * @param approved how many of those were approved
 * @param timeToPay median time from submit to payment
 * @param earned what workers earned an hour, one for each currency
 * @param months the newest first
 * @param market what to compare with; empty for a group
 */
public record OwnRatings(
    String requesterId,
    Optional<Rated> rated,
    int waiting,
    int decided,
    int approved,
    Optional<Duration> timeToPay,
    List<Pay> earned,
    List<Month> months,
    Optional<Market> market) {

  /**
   * What reviews add up to.
   *
   * @param faded the overall rating with older marks weighing less
   * @param recent over the last 90 days
   */
  public record Rated(Rating all, OptionalDouble faded, Optional<Rating> recent) {}

  /** What was earned an hour in one currency, for all time and over the last 90 days. */
  public record Pay(Earned all, Optional<Earned> recent) {}

  /**
   * One month.
   *
   * @param approved answers handed in then that are approved
   * @param decided answers handed in then that are decided on
   * @param hourly what was earned an hour on average, one for each currency
   */
  public record Month(
      YearMonth month, Optional<Rating> rating, int approved, int decided, List<Money> hourly) {}

  /**
   * The market's medians, those that are told.
   *
   * @param hourly minor units an hour
   * @param leastPeople people behind a requester who counts
   * @param leastRequesters requesters behind a median that is told
   */
  public record Market(
      Optional<Median> rating,
      Optional<Median> approval,
      Optional<Median> secondsToPay,
      Map<Currency, Median> hourly,
      int leastPeople,
      int leastRequesters) {}

  /** The middle of so many requesters. */
  public record Median(double median, int requesters) {}
}
