package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.hourly.Earnings;
import dev.hark.hub.store.Store;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.GroupRatingJson;
import dev.hark.wire.OwnRatingsJson;
import dev.hark.wire.OwnRatingsJson.MonthJson;
import dev.hark.wire.RequesterJson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a requester sees of their own ratings: now, by month, and beside the market's medians. A
 * look reads a bounded number of lines. Safe for use by several threads and hubs.
 */
public final class OwnRatings {
  /** The most months that are told. */
  public static final int MOST_MONTHS = 24;

  private final Store store;
  private final Clock clock;
  private final Requesters requesters;
  private final Ratings ratings;
  private final Earnings earnings;
  private final MarketMedians market;

  public OwnRatings(
      Store store, Clock clock, Requesters requesters, Ratings ratings, Earnings earnings) {
    this.store = store;
    this.clock = clock;
    this.requesters = requesters;
    this.ratings = ratings;
    this.earnings = earnings;
    this.market = new MarketMedians(store, clock);
  }

  /**
   * Of all of a requester's groups.
   *
   * @param months how many to tell at most, this one included
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller is no requester
   */
  public OwnRatingsJson all(Caller caller, int months) {
    RequesterJson known = requesters.requester(caller.id());
    List<EarnedJson> earned = known.earned();
    return new OwnRatingsJson(
        known.id(),
        null,
        known.rating(),
        known.waitingReviewers() == null ? 0 : known.waitingReviewers(),
        known.decided(),
        known.approved(),
        known.secondsToPay(),
        earned == null ? List.of() : earned,
        months(known.id(), months),
        market.now());
  }

  /**
   * Of one group.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such group on the
   *     market
   */
  public OwnRatingsJson group(Caller caller, String groupId, int months) {
    String requesterId =
        store
            .read(
                handle ->
                    handle
                        .createQuery("select requester_id from task_group where id = :id")
                        .bind("id", groupId)
                        .mapTo(String.class)
                        .findOne())
            .filter(caller::answersFor)
            .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, groupId));
    GroupRatingJson known = requesters.group(groupId);
    EarnedJson earned = known.earned();
    return new OwnRatingsJson(
        requesterId,
        groupId,
        known.rating(),
        known.waiting(),
        earned == null ? 0 : earned.approved() + earned.rejected(),
        earned == null ? 0 : earned.approved(),
        null,
        earned == null ? List.of() : List.of(earned),
        months(groupId, months),
        null);
  }

  private List<MonthJson> months(String subjectId, int months) {
    YearMonth last = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    YearMonth first = last.minusMonths(months - 1L);
    Map<YearMonth, Ratings.Sums> marks = ratings.byMonth(subjectId, first);
    Map<YearMonth, List<EarnedJson>> earned = earnings.byMonth(subjectId, first);
    List<MonthJson> told = new ArrayList<>();
    for (YearMonth month = last; !month.isBefore(first); month = month.minusMonths(1)) {
      Optional<Ratings.Sums> sums = Optional.ofNullable(marks.get(month));
      List<EarnedJson> work = earned.getOrDefault(month, List.of());
      var rating =
          sums.map(
                  some ->
                      RatingFigures.brief(
                          some.counted(), some.sure().lower(), some.sure().people()))
              .orElse(null);
      if (rating != null || !work.isEmpty()) {
        told.add(new MonthJson(month.toString(), rating, work));
      }
    }
    return told;
  }
}
