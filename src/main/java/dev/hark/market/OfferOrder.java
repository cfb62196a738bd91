package dev.hark.market;

import dev.hark.pay.Rates;
import dev.hark.task.Money;
import java.time.Duration;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Orders of a list of offers. What is not known stands behind everything that is, by pay per hour
 * with the highest reward first; what is equal keeps the market's order.
 */
public enum OfferOrder {
  /** As the market lists them: what it puts first, then the newest. */
  NEWEST(offer -> 0),
  /** The highest pay per hour of the slow quarter first. */
  HOURLY(
      offer -> -known(offer.facts().hourly().flatMap(range -> euros(range.low()))),
      OfferOrder::byReward),
  /** The highest reward first. */
  PAY(OfferOrder::byReward),
  /** The highest lower bound of the rating first. */
  RATING(offer -> -known(offer.facts().reviews().lower())),
  /** The shortest sound first. */
  LENGTH(
      offer -> offer.facts().group().audioLength().map(Duration::toMillis).orElse(Long.MAX_VALUE));

  private static final Currency EURO = Currency.getInstance("EUR");

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
  private final ToDoubleFunction<Judged> place;

  @SuppressWarnings("ImmutableEnumChecker") // as above
  private final ToDoubleFunction<Judged> placeOfUnknown;

  OfferOrder(ToDoubleFunction<Judged> place) {
    this(place, offer -> 0);
  }

  OfferOrder(ToDoubleFunction<Judged> place, ToDoubleFunction<Judged> placeOfUnknown) {
    this.place = place;
    this.placeOfUnknown = placeOfUnknown;
  }

  List<Judged> sort(List<Judged> offers) {
    record Placed(Judged offer, double place, double placeOfUnknown) {}
    return offers.stream()
        .map(
            offer -> {
              double here = place.applyAsDouble(offer);
              boolean known = here != Double.POSITIVE_INFINITY;
              return new Placed(offer, here, known ? 0 : placeOfUnknown.applyAsDouble(offer));
            })
        .sorted(
            Comparator.comparingDouble(Placed::place).thenComparingDouble(Placed::placeOfUnknown))
        .map(Placed::offer)
        .toList();
  }

  private static double byReward(Judged offer) {
    return -known(euros(offer.facts().group().reward()));
  }

  private static double known(OptionalDouble value) {
    return value.orElse(Double.NEGATIVE_INFINITY);
  }

  private static double known(Optional<Double> value) {
    return value.orElse(Double.NEGATIVE_INFINITY);
  }

  private static Optional<Double> euros(Money money) {
    return Rates.shipped().convert(money, EURO).map(euros -> euros.amount().doubleValue());
  }
}
