package dev.hark.cli.command;

import dev.hark.market.OwnRatings;
import dev.hark.market.OwnRatings.Market;
import dev.hark.market.OwnRatings.Median;
import dev.hark.pay.Earned;
import dev.hark.pay.WorkTimes;
import dev.hark.pay.Yardstick;
import dev.hark.review.Rating;
import dev.hark.review.Review;
import dev.hark.task.TaskKind;
import dev.hark.wire.MoneyJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A requester's own ratings for programs; what is not known is absent. */
final class OwnRatingsView {
  private OwnRatingsView() {}

  static Map<String, Object> of(
      OwnRatings own,
      Yardstick pay,
      Map<TaskKind, WorkTimes> times,
      Map<TaskKind, Pricing> prices,
      List<Review> reviews) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requesterId", own.requesterId());
    own.rated()
        .ifPresent(
            rated -> {
              Map<String, Object> rating = rating(rated.all());
              rated.faded().ifPresent(faded -> rating.put("faded", faded));
              rated.recent().ifPresent(recent -> rating.put("recent", rating(recent)));
              json.put("rating", rating);
            });
    json.put("waiting", own.waiting());
    json.put("decided", own.decided());
    json.put("approved", own.approved());
    own.timeToPay().ifPresent(time -> json.put("secondsToPay", time.toSeconds()));
    json.put(
        "earned",
        own.earned().stream()
            .map(
                one -> {
                  Map<String, Object> earned = earned(one.all());
                  one.recent().ifPresent(recent -> earned.put("recent", earned(recent)));
                  pay.in(one.all().average().currency())
                      .ifPresent(floor -> earned.put("floor", MoneyJson.of(floor)));
                  return earned;
                })
            .toList());
    Map<String, Object> rewards = new LinkedHashMap<>();
    prices.forEach(
        (kind, price) -> {
          Map<String, Object> reward = new LinkedHashMap<>(price.json());
          Optional.ofNullable(times.get(kind))
              .ifPresent(some -> reward.put("workers", some.workers()));
          rewards.put(RatingsCommand.word(kind), reward);
        });
    json.put("rewards", rewards);
    own.market().ifPresent(market -> json.put("market", market(market)));
    json.put("months", own.months().stream().map(OwnRatingsView::month).toList());
    json.put("reviews", reviews.stream().map(ReviewView::of).toList());
    return json;
  }

  private static Map<String, Object> rating(Rating rating) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workers", rating.reviewers());
    rating.overall().ifPresent(overall -> json.put("overall", overall));
    json.put("lower", rating.lower());
    json.put("means", rating.means());
    OfferJson.reports(json, rating);
    return json;
  }

  private static Map<String, Object> earned(Earned earned) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("average", MoneyJson.of(earned.average()));
    json.put("tasks", earned.tasks());
    earned
        .range()
        .ifPresent(
            range -> {
              json.put("low", MoneyJson.of(range.low()));
              json.put("high", MoneyJson.of(range.high()));
              json.put("workers", range.workers());
            });
    return json;
  }

  private static Map<String, Object> month(OwnRatings.Month month) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("month", month.month().toString());
    month.rating().ifPresent(rating -> json.put("rating", rating(rating)));
    json.put("decided", month.decided());
    json.put("approved", month.approved());
    json.put("hourly", month.hourly().stream().map(MoneyJson::of).toList());
    return json;
  }

  private static Map<String, Object> market(Market market) {
    Map<String, Object> json = new LinkedHashMap<>();
    market.rating().ifPresent(median -> json.put("rating", median(median)));
    market.approval().ifPresent(median -> json.put("approval", median(median)));
    market.secondsToPay().ifPresent(median -> json.put("secondsToPay", median(median)));
    Map<String, Object> hourly = new LinkedHashMap<>();
    market.hourly().forEach((currency, median) -> hourly.put(currency.toString(), median(median)));
    json.put("hourly", hourly);
    json.put("leastPeople", market.leastPeople());
    json.put("leastRequesters", market.leastRequesters());
    return json;
  }

  private static Map<String, Object> median(Median median) {
    return Map.of("median", median.median(), "requesters", median.requesters());
  }
}
