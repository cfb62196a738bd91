package dev.hark.pay;

import dev.hark.task.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pay floors by place, kind and day: the table that ships with Hark, {@code
 * dev/hark/pay/floors.csv}, and behind it the lines of a file of the user's, which win over those
 * of the same day.
 */
public final class FloorTable {
  private static final int COLUMNS = 8;

  private final List<PayFloor> floors;

  private FloorTable(List<PayFloor> floors) {
    this.floors = List.copyOf(floors);
  }

  /** The table that ships with Hark. */
  public static FloorTable shipped() {
    return Shipped.TABLE;
  }

  /**
   * The shipped table with a file's lines; the shipped one alone where there is no such file.
   *
   * @throws dev.hark.fault.Fault.BadFile where a line cannot be read; it names the line
   */
  public static FloorTable with(Path file) {
    if (!Files.exists(file)) {
      return shipped();
    }
    List<PayFloor> all = new ArrayList<>(shipped().floors);
    all.addAll(Table.read(file, COLUMNS).map(FloorTable::floor));
    return new FloorTable(all);
  }

  /**
   * What was or is in force on a day; that of the country where its part has none of its own.
   *
   * @param place ISO 3166, such as NL or GB-LND
   */
  public Optional<PayFloor> at(String place, FloorKind kind, LocalDate day) {
    return places(place)
        .flatMap(
            code ->
                floors.stream()
                    .filter(floor -> floor.kind() == kind && floor.place().equals(code))
                    .filter(floor -> !floor.from().isAfter(day))
                    .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other)
                    .stream())
        .findFirst();
  }

  /** What is in force on a day at all places that the table knows, by place and kind. */
  public List<PayFloor> all(LocalDate day) {
    return floors.stream()
        .map(floor -> at(floor.place(), floor.kind(), day))
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparing(PayFloor::place).thenComparing(PayFloor::kind))
        .toList();
  }

  /** The places that the table knows, in alphabetical order. */
  public List<String> places() {
    return floors.stream().map(PayFloor::place).distinct().sorted().toList();
  }

  private static Stream<String> places(String place) {
    String code = place.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Stream.of(code, code.split("-", 2)[0]).distinct();
  }

  private static PayFloor floor(List<String> row) {
    return new PayFloor(
        row.get(0).toLowerCase(Locale.ROOT),
        FloorKind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
        LocalDate.parse(row.get(2)),
        Optional.of(row.get(3)).filter(day -> !day.isBlank()).map(LocalDate::parse),
        Money.of(Long.parseLong(row.get(4)), row.get(5)),
        row.get(6),
        row.get(7));
  }

  /** Read when it is first asked for. */
  private static final class Shipped {
    static final FloorTable TABLE =
        new FloorTable(Table.shipped("floors.csv", COLUMNS).map(FloorTable::floor));
  }
}
