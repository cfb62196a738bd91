package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a requester sees of their own ratings, or of one of their groups.
 *
 * @param requesterId whose
 * @param groupId of which group; absent for all of them
 * @param rating with recent and faded figures; absent where no review counts
 * @param waiting people whose reviews do not count yet
 * @param decided answers decided on
 * @param approved how many of those were approved
 * @param secondsToPay median seconds from submit to payment; absent where nothing was paid, and for
 *     a group
 * @param earned what workers earned, one for each currency
 * @param months the newest first; those without reviews and work are left out
 * @param market medians over requesters; absent for a group
 */
public record OwnRatingsJson(
    String requesterId,
    @Nullable String groupId,
    @Nullable RatingJson rating,
    int waiting,
    int decided,
    int approved,
    @Nullable Long secondsToPay,
    List<EarnedJson> earned,
    List<MonthJson> months,
    @Nullable MarketJson market) {

  /**
   * One month, by the days in UTC on which marks were given and work was handed in.
   *
   * @param month such as {@code 2026-11}
   * @param rating of that month's marks alone; absent where none count
   * @param earned for that month's work; may be empty
   */
  public record MonthJson(String month, @Nullable RatingJson rating, List<EarnedJson> earned) {}

  /**
   * The market's medians; each is absent where too few requesters have enough people behind them.
   *
   * @param rating overall rating
   * @param approval share of decided answers that were approved, 0 to 1
   * @param secondsToPay median seconds from submit to payment
   * @param hourly what workers earned an hour on average, in minor units, one for each currency
   * @param leastPeople people behind a requester who counts
   * @param leastRequesters requesters behind a median
   */
  public record MarketJson(
      @Nullable MedianJson rating,
      @Nullable MedianJson approval,
      @Nullable MedianJson secondsToPay,
      List<MedianJson> hourly,
      int leastPeople,
      int leastRequesters) {}

  /**
   * A median.
   *
   * @param median the middle requester's figure, or what lies halfway between two
   * @param requesters how many stand behind it
   * @param currency absent where it is no money
   */
  public record MedianJson(double median, int requesters, @Nullable String currency) {}
}
