package dev.hark.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.market.OwnRatings.Market;
import dev.hark.market.OwnRatings.Median;
import dev.hark.market.OwnRatings.Month;
import dev.hark.market.OwnRatings.Pay;
import dev.hark.market.OwnRatings.Rated;
import dev.hark.pay.Earned;
import dev.hark.review.Attribute;
import dev.hark.review.Rating;
import dev.hark.task.Money;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OwnRatingWordsTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Wording DUTCH = Wording.of(Locale.of("nl"));
  private static final Currency EUR = Currency.getInstance("EUR");

  private static Rating rating(int people, double overall) {
    return new Rating(
        people, OptionalDouble.of(overall), 3.9, Map.of(Attribute.PAY, overall), Map.of());
  }

  private static OwnRatings own(Optional<Market> market) {
    return new OwnRatings(
        "r1",
        Optional.of(
            new Rated(rating(12, 4.3), OptionalDouble.of(4.1), Optional.of(rating(5, 3.8)))),
        2,
        3000,
        2999,
        Optional.of(Duration.ofDays(2)),
        List.of(
            new Pay(
                new Earned(Money.of(1240, "EUR"), Offers.hourly(1100, 1600, "EUR"), 60),
                Optional.of(new Earned(Money.of(1500, "EUR"), Optional.empty(), 9)))),
        List.of(
            new Month(
                YearMonth.of(2026, 11),
                Optional.of(rating(5, 3.8)),
                40,
                42,
                List.of(Money.of(1500, "EUR"))),
            new Month(YearMonth.of(2026, 9), Optional.empty(), 0, 0, List.of())),
        market);
  }

  private static Market market(double rating, double approval, double seconds, double hourly) {
    return new Market(
        Optional.of(new Median(rating, 9)),
        Optional.of(new Median(approval, 8)),
        Optional.of(new Median(seconds, 7)),
        Map.of(EUR, new Median(hourly, 6)),
        5,
        5);
  }

  @Test
  @Requirement({"RAT-22", "RAT-23"})
  void theVerdictComesFirstAndEachFigureStandsBesideItsMedian() {
    OwnRatings own = own(Optional.of(market(4.2, 0.9, 86_400, 1300)));
    assertEquals(
        List.of(
            "Rated 4.3 by 12 workers. This rating is fairly sure; at least 3.9 is likely.",
            "That is more than the median of 9 requesters, 4.2.",
            "Pay 4.3.",
            "Last 90 days: 3.8 from 5 workers.",
            "With older marks weighing less: 4.1.",
            "2 workers wrote reviews that do not count yet: nobody has paid them so far."),
        said(ENGLISH, OwnRatingWords.rating(own)));
    assertEquals(
        List.of(
            "2,999 of 3,000 answers approved, 99.9 percent.",
            "That is more than the median of 8 requesters, 90 percent.",
            "You pay after about 2 days.",
            "That is later than the median of 7 requesters, 1 day."),
        said(ENGLISH, OwnRatingWords.decisions(own)));
    assertEquals(
        List.of(
            "Workers earned 12 euros 40 an hour on average over 60 tasks, rejected and returned"
                + " work counted.",
            "That is 2 euros 31 under the floor of 14 euros 71.",
            "That is less than the median of 6 requesters, 13 euros.",
            "Without the highest and the lowest quarter, 9 workers earned 11 to 16 euros an hour.",
            "A quarter of the workers or more earned less than the floor.",
            "Last 90 days: 15 euros an hour over 9 tasks."),
        said(
            ENGLISH,
            OwnRatingWords.earned(
                own, own.earned().getFirst(), Optional.of(Money.of(1471, "EUR")))));
    assertEquals(Optional.empty(), OwnRatingWords.kept(own));
  }

  @Test
  @Requirement("RAT-22")
  void whatSoundsAlikeIsTheMedianAndWhatIsKeptBackIsSaid() {
    OwnRatings same = own(Optional.of(market(4.31, 2999 / 3000.0, 172_800, 1240.2)));
    assertTrue(
        said(ENGLISH, OwnRatingWords.rating(same))
            .contains("That is the median of 9 requesters, 4.3."));
    assertTrue(
        said(ENGLISH, OwnRatingWords.decisions(same))
            .containsAll(
                List.of(
                    "That is the median of 8 requesters, 99.9 percent.",
                    "That is the median of 7 requesters, 2 days.")));
    Market none = new Market(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), 5, 5);
    assertEquals(
        "Where no median is told, fewer than 5 requesters have 5 people behind that figure.",
        ENGLISH.say(OwnRatingWords.kept(own(Optional.of(none))).orElseThrow()));
    assertEquals(Optional.empty(), OwnRatingWords.kept(own(Optional.empty())));
  }

  @Test
  @Requirement({"RAT-20", "RAT-23"})
  void monthsAreToldInOneSentenceEach() {
    List<Month> months = own(Optional.empty()).months();
    assertEquals(
        "November 2026: 3.8 from 5 workers, 40 of 42 answers approved and 15 euros an hour.",
        ENGLISH.say(OwnRatingWords.month(months.getFirst())));
    assertEquals("September 2026: no marks.", ENGLISH.say(OwnRatingWords.month(months.getLast())));
    assertEquals(
        "November 2026: 3,8 van 5 werkers, 40 van 42 antwoorden goedgekeurd en 15 euro per uur.",
        DUTCH.say(OwnRatingWords.month(months.getFirst())));
  }

  @Test
  @Requirement("RAT-23")
  void whatIsNotKnownIsSaidToBe() {
    OwnRatings nothing =
        new OwnRatings(
            "r1",
            Optional.empty(),
            0,
            0,
            0,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());
    assertEquals(List.of("No review counts yet."), said(ENGLISH, OwnRatingWords.rating(nothing)));
    assertEquals(
        List.of("No answer decided on yet."), said(ENGLISH, OwnRatingWords.decisions(nothing)));
  }

  private static List<String> said(Wording wording, List<Sentence> lines) {
    return lines.stream().map(wording::say).toList();
  }
}
