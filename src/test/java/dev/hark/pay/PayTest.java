package dev.hark.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.task.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayTest {

  @ParameterizedTest
  @CsvSource({
    "nl, 2026-11-23, 1471, EUR",
    "nl, 2026-01-01, 1471, EUR",
    "NL, 2025-12-31, 1440, EUR",
    "us, 2026-11-23, 725, USD",
    "us, 2009-07-24, 725, USD",
    "us, 2009-07-23, 655, USD",
    "de, 2026-06-01, 1390, EUR",
    "gb, 2025-05-01, 1221, GBP",
  })
  @Requirement("PAY-3")
  void aFloorIsTheOneInForceOnThatDay(String place, LocalDate day, long minor, String currency) {
    PayFloor floor = FloorTable.shipped().at(place, FloorKind.LEGAL, day).orElseThrow();

    assertEquals(Money.of(minor, currency), floor.perHour());
    assertFalse(floor.source().isBlank());
  }

  @Test
  @Requirement("PAY-3")
  void aPlaceOrDayThatTheTableDoesNotKnowHasNoFloor() {
    FloorTable table = FloorTable.shipped();
    assertEquals(Optional.empty(), table.at("us", FloorKind.LEGAL, LocalDate.of(1999, 1, 1)));
    assertEquals(Optional.empty(), table.at("atlantis", FloorKind.LEGAL, LocalDate.of(2026, 1, 1)));
  }

  @Test
  @Requirement("PAY-4")
  void amountsAreConvertedByDatedRatesAndBackAgain() {
    Rates rates = Rates.shipped();
    Currency dollar = Currency.getInstance("USD");
    for (long minor = 1; minor < 100_000; minor = minor * 3 + 1) {
      Money euros = Money.of(minor, "EUR");
      Money dollars = rates.convert(euros, dollar).orElseThrow();
      Money back = rates.convert(dollars, euros.currency()).orElseThrow();
      assertTrue(dollars.minor() >= minor, "a dollar was less than a euro on " + rates.day());
      assertTrue(Math.abs(back.minor() - minor) <= 1, minor + " came back as " + back);
    }
  }

  @Test
  @Requirement("PAY-4")
  void anUnknownCurrencyIsNotConverted() {
    assertEquals(
        Optional.empty(),
        Rates.shipped().convert(Money.of(100, "EUR"), Currency.getInstance("XAF")));
    assertEquals(
        Optional.of(Money.of(100, "XAF")),
        Rates.shipped().convert(Money.of(100, "XAF"), Currency.getInstance("XAF")));
  }

  @Test
  @Requirement("PAY-1")
  void withoutTimesNothingIsKnown() {
    assertEquals(Optional.empty(), Recorded.quartiles(Map.of()));
    assertEquals(Optional.empty(), Recorded.quartiles(Map.of("ann", List.of(Duration.ZERO))));
  }

  @Test
  @Requirement("PAY-1")
  void quartilesAreThoseOfWorkersAndNotOfTasks() {
    Map<String, List<Duration>> times = new HashMap<>();
    times.put("hasty", Collections.nCopies(100, Duration.ofSeconds(1)));
    for (int i = 1; i <= 4; i++) {
      times.put("w" + i, List.of(Duration.ofSeconds(20L * i)));
    }

    WorkTimes found = Recorded.quartiles(times).orElseThrow();

    assertEquals(new WorkTimes(Duration.ofSeconds(20), Duration.ofSeconds(60), 5), found);
  }

  @Test
  @Requirement("PAY-1")
  void quartilesLieWithinTheTimesAndDoNotDependOnOrder() {
    Random random = new Random(14);
    for (int round = 0; round < 200; round++) {
      Map<String, List<Duration>> times = new HashMap<>();
      List<Duration> all = new ArrayList<>();
      for (int worker = 0; worker <= random.nextInt(9); worker++) {
        List<Duration> own = new ArrayList<>();
        for (int task = 0; task <= random.nextInt(4); task++) {
          own.add(Duration.ofMillis(1 + random.nextInt(600_000)));
        }
        times.put("w" + worker, own);
        all.addAll(own);
      }
      WorkTimes found = Recorded.quartiles(times).orElseThrow();
      times.values().forEach(Collections::reverse);
      assertEquals(found, Recorded.quartiles(times).orElseThrow());
      assertTrue(found.lower().compareTo(Collections.min(all)) >= 0);
      assertTrue(found.upper().compareTo(Collections.max(all)) <= 0);
      assertEquals(times.size(), found.workers());
    }
  }

  @Test
  @Requirement("PAY-1")
  void payPerHourIsRewardOverTheSlowAndTheQuickQuarter() {
    WorkTimes times = new WorkTimes(Duration.ofSeconds(36), Duration.ofSeconds(45), 12);

    assertEquals(
        new HourlyPay(Money.of(1440, "EUR"), Money.of(1800, "EUR"), 12),
        HourlyPay.of(Money.of(18, "EUR"), times));
  }
}
