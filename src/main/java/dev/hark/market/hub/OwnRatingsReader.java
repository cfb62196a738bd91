package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.present;
import static dev.hark.market.hub.Nonsense.within;

import dev.hark.market.OwnRatings;
import dev.hark.market.OwnRatings.Market;
import dev.hark.market.OwnRatings.Median;
import dev.hark.market.OwnRatings.Month;
import dev.hark.market.OwnRatings.Pay;
import dev.hark.market.OwnRatings.Rated;
import dev.hark.pay.Earned;
import dev.hark.review.Rating;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.OwnRatingsJson;
import dev.hark.wire.OwnRatingsJson.MarketJson;
import dev.hark.wire.OwnRatingsJson.MedianJson;
import dev.hark.wire.OwnRatingsJson.MonthJson;
import dev.hark.wire.RatingJson;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Turns a requester's own ratings, as a hub tells them, into those of this program. */
final class OwnRatingsReader {
  private static final int MOST_MONTHS = 24;

  private OwnRatingsReader() {}

  static OwnRatings ratings(OwnRatingsJson json) throws Nonsense {
    int decided = count(json.decided(), "decided");
    within(json.approved(), 0, decided, "approved");
    List<Pay> earned = new ArrayList<>();
    for (EarnedJson one : json.earned() == null ? List.<EarnedJson>of() : json.earned()) {
      earned.add(pay(one));
    }
    List<Month> months = new ArrayList<>();
    for (MonthJson month : json.months() == null ? List.<MonthJson>of() : json.months()) {
      if (months.size() < MOST_MONTHS) {
        months.add(month(month));
      }
    }
    return new OwnRatings(
        Nonsense.id(json.requesterId(), "requester"),
        rated(json.rating()),
        count(json.waiting(), "waiting"),
        decided,
        json.approved(),
        OfferReader.seconds(json.secondsToPay()),
        List.copyOf(earned),
        List.copyOf(months),
        Optional.ofNullable(json.market()).map(OwnRatingsReader::market));
  }

  private static Optional<Rated> rated(@Nullable RatingJson json) throws Nonsense {
    if (json == null) {
      return Optional.empty();
    }
    Double faded = json.fadedOverall();
    RatingJson recent = json.recent();
    return Optional.of(
        new Rated(
            rating(json),
            faded == null ? OptionalDouble.empty() : OptionalDouble.of(faded),
            recent == null ? Optional.empty() : Optional.of(rating(recent))));
  }

  private static Rating rating(RatingJson json) throws Nonsense {
    if (ReviewReader.standing(json) instanceof Standing.Rated rated) {
      return rated.rating();
    }
    throw new Nonsense("a rating makes no sense");
  }

  private static Pay pay(EarnedJson json) throws Nonsense {
    EarnedJson recent = json.recent();
    return new Pay(earned(json), recent == null ? Optional.empty() : Optional.of(earned(recent)));
  }

  private static Earned earned(EarnedJson json) throws Nonsense {
    Integer workers = json.workers();
    return OfferReader.earned(
            new HourlyJson(
                json.average(),
                json.low(),
                json.high(),
                workers == null ? 0 : workers,
                json.approved() + json.rejected() + json.returned()),
            currency(present(json.paid(), "paid").currency()))
        .orElseThrow(() -> new Nonsense("what was earned makes no sense"));
  }

  private static Month month(MonthJson json) throws Nonsense {
    int approved = 0;
    int decided = 0;
    List<Money> hourly = new ArrayList<>();
    for (EarnedJson one : json.earned() == null ? List.<EarnedJson>of() : json.earned()) {
      approved += count(one.approved(), "approved");
      decided += count(one.approved(), "approved") + count(one.rejected(), "rejected");
      hourly.add(earned(one).average());
    }
    RatingJson rating = json.rating();
    try {
      return new Month(
          YearMonth.parse(present(json.month(), "month")),
          rating == null ? Optional.empty() : Optional.of(rating(rating)),
          approved,
          decided,
          List.copyOf(hourly));
    } catch (DateTimeException e) {
      throw new Nonsense("there is no such month");
    }
  }

  private static Market market(MarketJson json) {
    Map<Currency, Median> hourly = new HashMap<>();
    for (MedianJson one : json.hourly() == null ? List.<MedianJson>of() : json.hourly()) {
      String code = one.currency();
      if (code != null) {
        median(one).ifPresent(median -> hourly.put(Currency.getInstance(code), median));
      }
    }
    return new Market(
        median(json.rating()),
        median(json.approval()),
        median(json.secondsToPay()),
        Map.copyOf(hourly),
        json.leastPeople(),
        json.leastRequesters());
  }

  /** One that makes no sense is not told. */
  private static Optional<Median> median(@Nullable MedianJson json) {
    return json == null
            || json.requesters() < 1
            || !(json.median() >= 0 && json.median() < Long.MAX_VALUE / 2.0)
        ? Optional.empty()
        : Optional.of(new Median(json.median(), json.requesters()));
  }

  private static Currency currency(@Nullable String code) throws Nonsense {
    try {
      return Currency.getInstance(present(code, "currency"));
    } catch (IllegalArgumentException e) {
      throw new Nonsense("the currency is unknown");
    }
  }

  private static int count(int count, String name) throws Nonsense {
    return (int) within(count, 0, Integer.MAX_VALUE, name);
  }
}
