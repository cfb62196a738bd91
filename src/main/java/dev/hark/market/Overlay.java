package dev.hark.market;

import dev.hark.filter.Facts;
import dev.hark.pay.Earned;
import dev.hark.pay.HourlyPay;
import dev.hark.pay.Rates;
import dev.hark.pay.Yardstick;
import dev.hark.review.Attribute;
import dev.hark.review.Rating;
import dev.hark.review.Report;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts on an offer what the worker judges it by: pay per hour, ratings, and their own floor in the
 * currency of the task. Safe for use by several threads.
 */
public final class Overlay {
  private final Facts.Me me;
  private final Yardstick pay;
  private final Facts.Exchange exchange;
  private final Map<Currency, Optional<Money>> floors = new ConcurrentHashMap<>();

  /** With the rates that ship with Hark. */
  public Overlay(Facts.Me me) {
    this(me, Yardstick.own(me.floor()));
  }

  public Overlay(Facts.Me me, Yardstick pay) {
    this.me = me;
    this.pay = pay;
    this.exchange = pay.rates()::convert;
  }

  public Facts facts(Offer offer) {
    return new Facts(
        offer.group(),
        offer.hourly().map(Overlay::range),
        offer.hourly().map(HourlyPay::workers).orElse(0),
        reviews(offer.standing()).with(offer.imported()),
        offer.decided(),
        offer.approved(),
        offer.timeToPay(),
        floor(offer.group().reward().currency()),
        me,
        exchange,
        offer.earned().map(Overlay::earned));
  }

  /** The worker's floor in a currency; empty where there is none or no rate is known. */
  public Optional<Money> floor(Currency currency) {
    return floors.computeIfAbsent(currency, pay::in);
  }

  Rates rates() {
    return pay.rates();
  }

  Yardstick pay() {
    return pay;
  }

  static Facts.Reviews reviews(Standing standing) {
    return switch (standing) {
      case Standing.Rated(Rating rating, var _, var _) ->
          new Facts.Reviews(
              Facts.Asked.RATED,
              Optional.empty(),
              rating.reviewers(),
              rating.overall(),
              rating.overall().isPresent()
                  ? OptionalDouble.of(rating.lower())
                  : OptionalDouble.empty(),
              mean(rating, Attribute.ACCESSIBILITY),
              new Facts.Reports(
                  rating.reported(Report.UNJUST_REJECTIONS),
                  rating.reported(Report.TERMS_BROKEN),
                  rating.reported(Report.BROKEN_TASKS),
                  rating.reported(Report.UNPAID_SCREENING)));
      case Standing.NoReviews() -> Facts.Reviews.none(Facts.Asked.NO_REVIEWS, Optional.empty());
      case Standing.NotAsked() -> Facts.Reviews.none(Facts.Asked.NOT_ASKED, Optional.empty());
      case Standing.SourceDown(var since) ->
          Facts.Reviews.none(Facts.Asked.SOURCE_DOWN, Optional.of(since));
    };
  }

  private static OptionalDouble mean(Rating rating, Attribute attribute) {
    Double mean = rating.means().get(attribute);
    return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }

  private static Facts.Earned earned(Earned earned) {
    return new Facts.Earned(earned.average(), earned.tasks(), earned.range().isPresent());
  }

  private static MoneyRange range(HourlyPay pay) {
    return new MoneyRange(pay.low(), pay.high());
  }
}
