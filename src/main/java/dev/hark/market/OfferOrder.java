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
 * Orders of a list of offers. What is not known stands behind everything that is, and what is equal
 * keeps the market's order.
 */
public enum OfferOrder {
  /** As the market lists them: what it puts first, then the newest. */
  NEWEST(offer -> 0),
  /** The highest pay per hour of the slow quarter first. */
  HOURLY(offer -> -known(offer.facts().hourly().flatMap(range -> euros(range.low())))),
  /** The highest reward first. */
  PAY(offer -> -known(euros(offer.facts().group().reward()))),
  /** The highest lower bound of the rating first. */
  RATING(offer -> -known(offer.facts().reviews().lower())),
  /** The shortest sound first. */
  LENGTH(
      offer -> offer.facts().group().audioLength().map(Duration::toMillis).orElse(Long.MAX_VALUE));

  private static final Currency EURO = Currency.getInstance("EUR");

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
  private final ToDoubleFunction<Judged> place;

  OfferOrder(ToDoubleFunction<Judged> place) {
    this.place = place;
  }

  List<Judged> sort(List<Judged> offers) {
    record Placed(Judged offer, double place) {}
    return offers.stream()
        .map(offer -> new Placed(offer, place.applyAsDouble(offer)))
        .sorted(Comparator.comparingDouble(Placed::place))
        .map(Placed::offer)
        .toList();
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
