package dev.hark.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a value: what it is, what English says, what Dutch says. */
@Requirement("LNG-2")
class SpokenNumbersTest {
  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Amsterdam"));

  private static Arguments row(Object value, String english, String dutch) {
    return Arguments.of(value, english, dutch);
  }

  private static Money money(long minor, String currency) {
    return Money.of(minor, currency);
  }

  private static MoneyRange range(long low, long high, String currency) {
    return new MoneyRange(money(low, currency), money(high, currency));
  }

  private static Duration time(String iso) {
    return Duration.parse(iso);
  }

  static Stream<Arguments> money() {
    return Stream.of(
        row(money(1, "EUR"), "1 cent", "1 cent"),
        row(money(15, "EUR"), "15 cents", "15 cent"),
        row(money(99, "USD"), "99 cents", "99 cent"),
        row(money(100, "EUR"), "1 euro", "1 euro"),
        row(money(105, "EUR"), "1 euro 5 cents", "1 euro 5 cent"),
        row(money(110, "EUR"), "1 euro 10", "1 euro 10"),
        row(money(250, "EUR"), "2 euros 50", "2 euro 50"),
        row(money(1471, "EUR"), "14 euros 71", "14 euro 71"),
        row(money(300, "USD"), "3 dollars", "3 dollar"),
        row(money(101, "USD"), "1 dollar 1 cent", "1 dollar 1 cent"),
        row(money(0, "EUR"), "0 euros", "0 euro"),
        row(money(-15, "EUR"), "minus 15 cents", "min 15 cent"),
        row(money(-250, "USD"), "minus 2 dollars 50", "min 2 dollar 50"),
        row(money(123_456, "EUR"), "1,234 euros 56", "1.234 euro 56"),
        row(money(100_000_000, "USD"), "1,000,000 dollars", "1.000.000 dollar"),
        row(money(1, "GBP"), "1 penny", "1 penny"),
        row(money(40, "GBP"), "40 pence", "40 penny"),
        row(money(550, "GBP"), "5 pounds 50", "5 pond 50"),
        row(money(1, "JPY"), "1 yen", "1 yen"),
        row(money(1500, "JPY"), "1,500 yen", "1.500 yen"),
        row(money(250, "KWD"), "250 fils", "250 fils"),
        row(money(1250, "KWD"), "1 Kuwaiti dinar 250 fils", "1 Koeweitse dinar 250 fils"),
        row(money(2000, "KWD"), "2 Kuwaiti dinars", "2 Koeweitse dinar"),
        row(money(75, "INR"), "75 paise", "75 paisa"),
        row(money(10_000, "INR"), "100 rupees", "100 roepie"),
        row(money(1250, "CHF"), "12 Swiss francs 50", "12 Zwitserse frank 50"),
        row(money(1250, "GHS"), "12.5 Ghanaian Cedi", "12,5 Ghanese cedi"),
        row(
            money(Long.MAX_VALUE, "JPY"),
            "9,223,372,036,854,775,807 yen",
            "9.223.372.036.854.775.807 yen"),
        row(range(1460, 1940, "EUR"), "15 to 19 euros", "15 tot 19 euro"),
        row(range(1300, 1600, "USD"), "13 to 16 dollars", "13 tot 16 dollar"),
        row(range(1510, 1520, "EUR"), "15 euros", "15 euro"),
        row(range(40, 60, "EUR"), "40 to 60 cents", "40 tot 60 cent"),
        row(range(40, 40, "EUR"), "40 cents", "40 cent"),
        row(range(60, 120, "EUR"), "60 cents to 1 euro 20", "60 cent tot 1 euro 20"),
        row(range(243, 377, "EUR"), "2 euros 40 to 3 euros 80", "2 euro 40 tot 3 euro 80"),
        row(range(560, 620, "USD"), "6 dollars", "6 dollar"),
        row(range(600, 804, "EUR"), "6 to 8 euros", "6 tot 8 euro"),
        row(range(780, 1210, "EUR"), "8 to 12 euros", "8 tot 12 euro"),
        row(range(40, 1210, "EUR"), "40 cents to 12 euros", "40 cent tot 12 euro"),
        row(range(0, 500, "EUR"), "0 to 5 euros", "0 tot 5 euro"),
        row(range(1523, 1904, "JPY"), "1,520 to 1,900 yen", "1.520 tot 1.900 yen"),
        row(range(123_456, 234_567, "USD"), "1,230 to 2,350 dollars", "1.230 tot 2.350 dollar"),
        row(range(100, 140, "KWD"), "100 to 140 fils", "100 tot 140 fils"),
        row(Currency.getInstance("USD"), "dollars", "dollar"),
        row(Currency.getInstance("EUR"), "euros", "euro"));
  }

  static Stream<Arguments> durations() {
    return Stream.of(
        row(time("PT0S"), "0 seconds", "0 seconden"),
        row(time("PT0.4S"), "0 seconds", "0 seconden"),
        row(time("PT0.5S"), "1 second", "1 seconde"),
        row(time("PT8.2S"), "8 seconds", "8 seconden"),
        row(time("PT59.4S"), "59 seconds", "59 seconden"),
        row(time("PT59.6S"), "1 minute", "1 minuut"),
        row(time("PT1M1S"), "1 minute 1 second", "1 minuut 1 seconde"),
        row(time("PT1M59S"), "1 minute 59 seconds", "1 minuut 59 seconden"),
        row(time("PT2M41S"), "2 minutes 40 seconds", "2 minuten 40 seconden"),
        row(time("PT4M57S"), "4 minutes 55 seconds", "4 minuten 55 seconden"),
        row(time("PT4M58S"), "5 minutes", "5 minuten"),
        row(time("PT5M"), "5 minutes", "5 minuten"),
        row(time("PT5M59.7S"), "6 minutes", "6 minuten"),
        row(time("PT6M20S"), "6 minutes", "6 minuten"),
        row(time("PT59M40S"), "1 hour", "1 uur"),
        row(time("PT1H20M"), "1 hour 20 minutes", "1 uur 20 minuten"),
        row(time("PT2H0M20S"), "2 hours", "2 uur"),
        row(time("PT1H1M"), "1 hour 1 minute", "1 uur 1 minuut"),
        row(time("PT5H47M"), "5 hours 45 minutes", "5 uur 45 minuten"),
        row(time("PT23H59M"), "1 day", "1 dag"),
        row(time("P1DT12H"), "1 day 12 hours", "1 dag 12 uur"),
        row(time("P1DT23H50M"), "2 days", "2 dagen"),
        row(time("P2D"), "2 days", "2 dagen"),
        row(time("P6DT13H"), "7 days", "7 dagen"),
        row(time("PT-3S"), "0 seconds", "0 seconden"),
        row(
            Duration.ofSeconds(Long.MAX_VALUE / 4),
            "26,687,997,791,825 days",
            "26.687.997.791.825 dagen"));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        row(LocalTime.of(10, 42), "10:42", "10:42"),
        row(LocalTime.of(9, 5), "9:05", "9:05"),
        row(LocalTime.MIDNIGHT, "0:00", "0:00"),
        row(Instant.parse("2026-11-23T09:42:00Z"), "10:42", "10:42"),
        row(
            Instant.parse("2026-11-23T23:30:00Z"),
            "Tuesday 24 November at 0:30",
            "dinsdag 24 november om 0:30"),
        row(
            Instant.parse("2027-01-02T09:00:00Z"),
            "2 January 2027 at 10:00",
            "2 januari 2027 om 10:00"),
        row(LocalDate.of(2026, 11, 23), "Monday 23 November", "maandag 23 november"),
        row(LocalDate.of(2026, 11, 17), "Tuesday 17 November", "dinsdag 17 november"),
        row(LocalDate.of(2026, 11, 16), "16 November", "16 november"),
        row(LocalDate.of(2026, 3, 1), "1 March", "1 maart"),
        row(LocalDate.of(2025, 12, 24), "24 December 2025", "24 december 2025"));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        row(4.6, "4.6", "4,6"),
        row(4.0, "4", "4"),
        row(4.649, "4.6", "4,6"),
        row(4.65, "4.7", "4,7"),
        row(0.04, "0", "0"),
        row(-0.5, "-0.5", "-0,5"),
        row(1234.5, "1,234.5", "1.234,5"),
        row(Double.NaN, "?", "?"),
        row(1.2f, "1.2", "1,2"),
        row(new BigDecimal("0.125"), "0.125", "0,125"),
        row(new BigDecimal("1.250"), "1.25", "1,25"),
        row(0, "0", "0"),
        row(38, "38", "38"),
        row(1200, "1,200", "1.200"),
        row(10_000L, "10,000", "10.000"),
        row(-1200, "-1,200", "-1.200"),
        row(1_234_567L, "1,234,567", "1.234.567"),
        row(List.of(), "", ""),
        row(List.of("a"), "a", "a"),
        row(List.of("a", "b"), "a and b", "a en b"),
        row(List.of(1, 2, money(15, "EUR")), "1, 2 and 15 cents", "1, 2 en 15 cent"),
        row(Locale.of("nl"), "Dutch", "Nederlands"),
        row(Locale.ENGLISH, "English", "Engels"),
        row(Locale.of("hi"), "Hindi", "Hindi"));
  }

  @ParameterizedTest
  @MethodSource({"money", "durations", "times", "numbers"})
  void everyKindOfNumberIsInWordsOfTheLanguage(Object value, String english, String dutch) {
    assertEquals(english, Wording.of(Locale.UK, MONDAY).say("probe.value", value));
    assertEquals(dutch, Wording.of(Locale.of("nl", "BE"), MONDAY).say("probe.value", value));
  }
}
