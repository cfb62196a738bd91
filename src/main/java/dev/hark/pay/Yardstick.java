package dev.hark.pay;

import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What pay is held against: somebody's floor, where it comes from, and the rates for other
 * currencies.
 *
 * @param perHour the floor; empty for none
 * @param from the line of the table it comes from; empty for a figure of one's own
 * @param wanted the kind that was asked for, which a place may not have
 * @param rates for tasks in other currencies
 * @param today by which what is old is judged
 */
public record Yardstick(
    Optional<Money> perHour,
    Optional<PayFloor> from,
    FloorKind wanted,
    Rates rates,
    LocalDate today) {

  /** A figure of one's own, or none, with the rates that ship with Hark on their own day. */
  public static Yardstick own(Optional<Money> perHour) {
    return own(perHour, Rates.shipped(), Rates.shipped().day());
  }

  /** A figure of one's own, or none. */
  public static Yardstick own(Optional<Money> perHour, Rates rates, LocalDate today) {
    return new Yardstick(perHour, Optional.empty(), FloorKind.LEGAL, rates, today);
  }

  /**
   * The floor of a place; its legal minimum where no living wage is known; none where the table
   * does not know the place.
   */
  public static Yardstick of(
      FloorTable table, String place, FloorKind wanted, Rates rates, LocalDate today) {
    Optional<PayFloor> floor =
        table.at(place, wanted, today).or(() -> table.at(place, FloorKind.LEGAL, today));
    return new Yardstick(floor.map(PayFloor::perHour), floor, wanted, rates, today);
  }

  /** The floor in a currency; empty where there is none or no rate is known. */
  public Optional<Money> in(Currency currency) {
    return perHour.flatMap(floor -> rates.convert(floor, currency));
  }

  /**
   * What there is to say against it: a table that is out of date, a kind that is not known. One
   * sentence each, to be said once wherever the floor decides something.
   *
   * @param currencies in which pay is held against it
   */
  public List<Sentence> doubts(Collection<Currency> currencies) {
    List<Sentence> doubts = new ArrayList<>();
    from.ifPresent(
        floor -> {
          if (floor.kind() != wanted) {
            doubts.add(Sentence.of("pay.no-living", floor.placeName()));
          }
          if (floor.isOld(today)) {
            doubts.add(
                Sentence.of(
                    "pay.floor-old",
                    floor.kind().words(),
                    floor.placeName(),
                    floor.until().orElseThrow()));
          }
        });
    if (perHour.isPresent()
        && rates.isOld(today)
        && currencies.stream().anyMatch(other -> !other.equals(perHour.get().currency()))) {
      doubts.add(Sentence.of("pay.rates-old", rates.day(), Rates.FRESH_DAYS));
    }
    return doubts;
  }
}
