package dev.hark.pay;

import dev.hark.task.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lowest pay per hour that the law of a place allows for an employed adult: what a worker may
 * hold task pay against. From a table that ships with Hark, {@code dev/hark/pay/floors.csv}.
 *
 * @param place ISO 3166 code of a country in lower case, such as {@code nl}
 * @param from the day it began
 * @param perHour the amount
 * @param whom for whom, such as "21 and over"
 * @param source the law it stands in
 */
public record PayFloor(String place, LocalDate from, Money perHour, String whom, String source) {

  /** What was or is in force at a place on a day; empty where the table does not know. */
  public static Optional<PayFloor> at(String place, LocalDate day) {
    return Shipped.FLOORS.stream()
        .filter(floor -> floor.place.equalsIgnoreCase(place) && !floor.from.isAfter(day))
        .max(Comparator.comparing(PayFloor::from));
  }

  /** The places that the table knows, in alphabetical order. */
  public static List<String> places() {
    return Shipped.FLOORS.stream().map(PayFloor::place).distinct().sorted().toList();
  }

  /** Read when it is first asked for. */
  private static final class Shipped {
    static final List<PayFloor> FLOORS =
        Table.rows("floors.csv", 6).stream().map(Shipped::floor).toList();

    private static PayFloor floor(List<String> row) {
      return new PayFloor(
          row.get(0),
          LocalDate.parse(row.get(1)),
          Money.of(Long.parseLong(row.get(2)), row.get(3)),
          row.get(4),
          row.get(5));
    }
  }
}
