package dev.hark.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloorTableTest {
  private static final LocalDate SPRING = LocalDate.of(2026, 5, 1);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 11, 23);
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Currency DOLLAR = Currency.getInstance("USD");

  @TempDir Path folder;

  @Test
  @Requirement("PAY-6")
  void tenMoreCountriesThanTwoAreKnownEachWithItsSource() {
    List<PayFloor> floors = FloorTable.shipped().all(SPRING);

    Set<String> legal =
        floors.stream()
            .filter(floor -> floor.kind() == FloorKind.LEGAL)
            .map(PayFloor::place)
            .collect(Collectors.toSet());
    assertTrue(legal.containsAll(Set.of("nl", "us")), legal.toString());
    assertTrue(legal.size() >= 12, legal.toString());
    for (PayFloor floor : floors) {
      assertFalse(floor.whom().isBlank() || floor.source().isBlank(), floor.toString());
      assertTrue(floor.perHour().minor() > 0, floor.toString());
      assertTrue(Rates.shipped().convert(floor.perHour(), EURO).isPresent(), "a rate for " + floor);
      floor.until().ifPresent(until -> assertFalse(until.isBefore(floor.from()), floor.toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nl, LEGAL, 1471, EUR",
    "gb, LEGAL, 1271, GBP",
    "gb, LIVING, 1345, GBP",
    "gb-lnd, LIVING, 1480, GBP",
    "GB_LND, LEGAL, 1271, GBP",
    "ie, LIVING, 1540, EUR",
    "kr-11, LIVING, 12121, KRW",
    "kr-11, LEGAL, 10320, KRW",
  })
  @Requirement("PAY-5")
  void aPartOfACountryHasItsOwnFloorOrThatOfTheCountry(
      String place, FloorKind kind, long minor, String currency) {
    assertEquals(
        Optional.of(Money.of(minor, currency)),
        FloorTable.shipped().at(place, kind, SPRING).map(PayFloor::perHour));
  }

  @Test
  @Requirement("PAY-9")
  void withoutALivingWageTheLegalMinimumCountsAndThatIsSaid() {
    Yardstick here = of("nl", FloorKind.LIVING, SPRING);

    assertEquals(Optional.of(Money.of(1471, "EUR")), here.perHour());
    assertEquals(List.of(Sentence.of("pay.no-living", "NL")), here.doubts(Set.of(EURO)));
    assertEquals(List.of(), of("gb", FloorKind.LIVING, SPRING).doubts(Set.of()));
    assertEquals(Optional.empty(), of("atlantis", FloorKind.LIVING, SPRING).perHour());
  }

  @Test
  @Requirement("PAY-8")
  void whatIsPastItsDayIsSaidToBeOld() {
    LocalDate last = LocalDate.of(2026, 6, 30);
    Sentence old = Sentence.of("pay.floor-old", Sentence.of("pay.kind.legal"), "NL", last);

    assertEquals(List.of(), of("nl", FloorKind.LEGAL, last).doubts(Set.of(EURO, DOLLAR)));
    assertEquals(List.of(old), of("nl", FloorKind.LEGAL, last.plusDays(1)).doubts(Set.of(EURO)));
    assertEquals(List.of(), of("us", FloorKind.LEGAL, AUTUMN).doubts(Set.of(DOLLAR)));
  }

  @Test
  @Requirement("PAY-8")
  void ratesAreOldAfterNinetyDaysWhereTheyAreUsed() {
    LocalDate day = Rates.shipped().day();
    Yardstick own = Yardstick.own(Optional.of(Money.of(1200, "EUR")), Rates.shipped(), AUTUMN);

    assertFalse(Rates.shipped().isOld(day.plusDays(90)));
    assertTrue(Rates.shipped().isOld(day.plusDays(91)));
    assertEquals(List.of(), own.doubts(Set.of(EURO)));
    assertEquals(List.of(Sentence.of("pay.rates-old", day, 90)), own.doubts(Set.of(EURO, DOLLAR)));
    assertEquals(
        List.of(), Yardstick.own(Optional.empty(), Rates.shipped(), AUTUMN).doubts(Set.of(DOLLAR)));
  }

  @Test
  @Requirement("PAY-7")
  void linesOfTheUserWinOverThoseOfTheSameDayAndAddToTheOthers() throws IOException {
    Path own =
        write(
            "floors.csv",
            "# mine",
            "place,kind,from,until,minor,currency,whom,source",
            "nl,legal,2026-07-01,2026-12-31,1500,EUR,21 and over,a notice, with a comma",
            "nl,legal,2026-01-01,,1472,EUR,all,corrected",
            "be,living,2026-01-01,,1600,EUR,all,somebody");
    FloorTable table = FloorTable.with(own);

    assertEquals(1472, minor(table, "nl", FloorKind.LEGAL, SPRING));
    assertEquals(1500, minor(table, "nl", FloorKind.LEGAL, AUTUMN));
    assertEquals(1600, minor(table, "be", FloorKind.LIVING, AUTUMN));
    assertEquals(725, minor(table, "us", FloorKind.LEGAL, AUTUMN));
    assertEquals(
        "a notice, with a comma", table.at("nl", FloorKind.LEGAL, AUTUMN).orElseThrow().source());
    assertEquals(
        FloorTable.shipped().all(SPRING), FloorTable.with(folder.resolve("none.csv")).all(SPRING));
  }

  @Test
  @Requirement("PAY-7")
  void newerRatesWinAndOlderOnesDoNot() throws IOException {
    Path newer = write("a.csv", "currency,date,perEuro", "EUR,2027-01-02,1", "USD,2027-01-02,2.5");
    Path older = write("b.csv", "currency,date,perEuro", "EUR,2020-01-02,1", "USD,2020-01-02,2.5");

    assertEquals(
        Optional.of(Money.of(250, "USD")),
        Rates.newest(newer).convert(Money.of(100, "EUR"), DOLLAR));
    assertEquals(LocalDate.of(2027, 1, 2), Rates.newest(newer).day());
    assertEquals(Rates.shipped(), Rates.newest(older));
    assertEquals(Rates.shipped(), Rates.newest(folder.resolve("none.csv")));
  }

  @Test
  @Requirement("PAY-7")
  void ratesAreReadAsTheBankPublishesThem() throws IOException {
    Path daily = write("c.csv", "Date, USD, JPY, ", "3 March 2027, 1.25, 160.0, ");
    Path history = write("d.csv", "Date,USD,CYP,", "2027-03-03,1.25,N/A,", "2027-03-02,1.5,N/A,");

    for (Path file : List.of(daily, history)) {
      Rates read = Rates.newest(file);
      assertEquals(LocalDate.of(2027, 3, 3), read.day());
      assertEquals(Optional.of(Money.of(80, "EUR")), read.convert(Money.of(100, "USD"), EURO));
    }
    assertEquals(
        Optional.empty(),
        Rates.newest(history).convert(Money.of(1, "EUR"), Currency.getInstance("CYP")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nl,legal,2026-07-01,,15 euro,EUR,all,a notice",
        "nl,legal,yesterday,,1500,EUR,all,a notice",
        "nl,fair,2026-07-01,,1500,EUR,all,a notice",
        "nl,legal,2026-07-01,,1500,XQQ,all,a notice",
        "nl,legal,2026-07-01"
      })
  @Requirement("PAY-7")
  void aLineThatCannotBeReadIsNamed(String line) throws IOException {
    Path own =
        write("floors.csv", "# mine", "place,kind,from,until,minor,currency,whom,source", line);

    Fault.BadFile bad = assertThrows(Fault.BadFile.class, () -> FloorTable.with(own));

    assertEquals("pay.bad-line", bad.sentence().key());
    assertEquals(List.of(own.toString(), 3, line), bad.sentence().args().subList(0, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD,2027-01-01,-1", "USD,2027-01-01,0", "USD,2027-01-01,NaN", "USD"})
  @Requirement("PAY-7")
  void aRateThatIsNoneIsNamed(String line) throws IOException {
    Path own = write("rates.csv", "currency,date,perEuro", line);

    assertEquals(
        "pay.bad-line",
        assertThrows(Fault.BadFile.class, () -> Rates.newest(own)).sentence().key());
  }

  private static Yardstick of(String place, FloorKind kind, LocalDate day) {
    return Yardstick.of(FloorTable.shipped(), place, kind, Rates.shipped(), day);
  }

  private static long minor(FloorTable table, String place, FloorKind kind, LocalDate day) {
    return table.at(place, kind, day).orElseThrow().perHour().minor();
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }
}
