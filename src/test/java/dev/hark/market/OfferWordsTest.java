package dev.hark.market;

import static dev.hark.market.Offers.fair;
import static dev.hark.market.Offers.hourly;
import static dev.hark.market.Offers.paying;
import static dev.hark.market.Offers.rated;
import static dev.hark.market.Offers.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.pay.Earned;
import dev.hark.pay.HourlyPay;
import dev.hark.review.Attribute;
import dev.hark.review.Rating;
import dev.hark.review.Rejections;
import dev.hark.review.Report;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.review.Sureness;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Requester;
import dev.hark.task.TaskGroup;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferWordsTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Wording DUTCH = Wording.of(Locale.of("nl"));
  private static final Facts.Me BLIND =
      new Facts.Me(
          Set.of(Need.HEARING, Need.SPEECH, Need.MICROPHONE), Optional.of(Money.of(1471, "EUR")));

  @Test
  @Requirement("OFR-1")
  void anOfferIsOneSentenceInOneOrder() {
    assertEquals(
        "Transcribe 8 seconds of speech. 18 cents, about 15 to 19 euros an hour. Radio Archive,"
            + " 4.6 from 38 workers. 6 minutes.",
        say(fair("a")));
    assertEquals(
        "Uitschrijven, 8 seconden spraak. 18 cent, ongeveer 15 tot 19 euro per uur. Radio Archive,"
            + " 4,6 van 38 werkers. 6 minuten.",
        DUTCH.say(OfferWords.sentence(fair("a"), BLIND)));
  }

  @Test
  @Requirement({"AUD-105", "AUD-106"})
  void anEstimateAndABonusAreToldAsWhatTheyAre() {
    Money reward = Money.of(18, "EUR");
    TaskGroup group = Offers.group("a", Set.of(Need.HEARING));
    TaskGroup job =
        new TaskGroup(
            group.id(),
            group.requester(),
            group.title(),
            group.kind(),
            group.language(),
            reward,
            group.allowed(),
            group.available(),
            group.needs(),
            group.audioLength(),
            group.keywords(),
            Optional.of(Money.of(6, "EUR")),
            List.of());
    HourlyPay pay = HourlyPay.expected(reward, Duration.ofSeconds(32), Duration.ofSeconds(48));
    Offer offer = new Offer(job, rated(38, 0), Optional.of(pay), 62, 60, Optional.empty());
    assertEquals(
        "Transcribe 8 seconds of speech. 18 cents and up to 6 cents for closeness, about 14 to 20"
            + " euros an hour by its length, under your floor of 14 euros 71. Radio Archive, 4.6"
            + " from 38 workers. 6 minutes.",
        say(offer));
    assertTrue(
        DUTCH
            .say(OfferWords.sentence(offer, BLIND))
            .contains("18 cent en tot 6 cent voor nabijheid, naar de lengte ongeveer 14 tot 20"));
    List<String> details = OfferWords.details(offer, BLIND).stream().map(ENGLISH::say).toList();
    assertTrue(
        details.contains(
            "Pay per hour is an estimate by the length of the sound: nobody has done such a task"
                + " yet."),
        details.toString());
    assertTrue(
        details.stream()
            .anyMatch(line -> line.startsWith("Up to 6 cents more is paid by how near")));
  }

  @Test
  @Requirement("OFR-2")
  void warningsComeFirst() {
    Offer offer = with(fair("a"), rated(31, 9));
    offer = with(offer, Offers.group("a", Set.of(Need.SIGHT, Need.CAMERA)));

    assertTrue(
        say(offer)
            .startsWith(
                "9 of 31 workers report unjust rejections. Needs sight and a camera. Transcribe"),
        say(offer));
  }

  @Test
  @Requirement({"OFR-2", "OFR-4"})
  void aReportOfFewerThanOneInTenIsNoWarningButADetail() {
    Offer one = with(fair("a"), rated(38, 1));

    assertTrue(say(one).startsWith("Transcribe"), say(one));
    assertTrue(details(one).contains("1 of 38 workers reports unjust rejections."), details(one));
    assertTrue(say(with(fair("a"), rated(10, 1))).startsWith("1 of 10 workers reports"));
  }

  @Test
  @Requirement("OFR-2")
  void brokenTasksAndUnpaidQuestionsAreWarningsToo() {
    Rating rating =
        Rating.ofMeans(
            30,
            Map.of(Attribute.PAY, 4.0),
            Map.of(Report.BROKEN_TASKS, 3, Report.UNPAID_SCREENING, 2));
    Offer offer = with(fair("a"), new Standing.Rated(rating));

    assertTrue(
        say(offer).startsWith("3 of 30 workers report broken tasks. Transcribe"), say(offer));
    assertTrue(details(offer).contains("2 of 30 workers report unpaid questions."), details(offer));
    assertFalse(details(offer).contains("unjust"), "what is not counted is not told as none");
  }

  @Test
  @Requirement({"OFR-7", "RAT-5"})
  void aRatingOfVeryFewIsToldAsHardlySureInTheSentenceItself() {
    for (int people = 1; people <= 6; people++) {
      Standing standing = rated(people, 0);
      boolean hardly = Sureness.of(((Standing.Rated) standing).rating()) == Sureness.HARDLY;
      String said = say(with(fair("a"), standing));
      assertEquals(hardly, said.contains(", hardly sure."), said);
    }
    assertTrue(
        DUTCH
            .say(OfferWords.sentence(with(fair("a"), rated(2, 0)), BLIND))
            .contains("5 van 2 werkers, nauwelijks zeker."));
  }

  @Test
  @Requirement("OFR-7")
  void detailsTellHowItWasOfLateWhereThatIsAnotherPicture() {
    assertTrue(lately(4.0, 3.7, 5, 4.0).contains("In the last 90 days: 3.7 from 5 workers."));
    assertFalse(lately(4.0, 3.8, 5, 3.0).contains("90 days"));
    assertFalse(lately(4.0, 3.8, 5, 3.0).contains("old marks"), "recent ones say more");
    Rating old = rating(4.0, new Rating.Lately(OptionalDouble.empty(), 0, OptionalDouble.of(4.4)));
    String faded = details(with(fair("a"), new Standing.Rated(old)));
    assertTrue(faded.contains("With old marks weighing less: 4.4."), faded);
  }

  private static String lately(double all, double recent, int people, double faded) {
    Rating.Lately lately =
        new Rating.Lately(OptionalDouble.of(recent), people, OptionalDouble.of(faded));
    return details(with(fair("a"), new Standing.Rated(rating(all, lately))));
  }

  private static Rating rating(double overall, Rating.Lately lately) {
    return new Rating(
        30,
        OptionalDouble.of(overall),
        3,
        Map.of(Attribute.PAY, overall),
        Map.of(),
        Optional.of(lately));
  }

  @Test
  @Requirement("OFR-8")
  void anOldRatingIsToldWithItsTimeAndAWageWithItsReviews() {
    Standing.Rated rated = (Standing.Rated) rated(38, 0);
    Instant at = Instant.parse("2026-11-23T10:05:00Z");
    Offer offer =
        with(
            fair("a"),
            new Standing.Rated(
                rated.rating(), Optional.of(at), Optional.of(Money.of(1240, "USD"))));
    String time = ENGLISH.say(Sentence.of("offer.review.words", at));

    assertTrue(details(offer).contains("The rating is of " + time + "."), details(offer));
    assertTrue(
        details(offer)
            .contains(
                "Workers say they earn 12 dollars 40 an hour with them on average, in 38"
                    + " reviews."),
        details(offer));
  }

  @Test
  @Requirement({"PAY-2", "PAY-3"})
  void payPerHourIsARangeOrNotKnownAndSaysWhereItIsUnderTheFloor() {
    assertTrue(
        say(paying(fair("a"), Optional.empty())).contains("18 cents, pay per hour not known yet."));
    assertTrue(
        say(paying(fair("a"), hourly(560, 620, "EUR")))
            .contains("about 6 euros an hour, under your floor of 14 euros 71."));
  }

  @Test
  @Requirement("PAY-4")
  void aFloorInAnotherCurrencyIsHeldAgainstDatedRatesAndTheDayIsTold() {
    Offer dollars = inCurrency("USD", 1600);
    assertTrue(say(dollars).contains("under your floor of 14 euros 71"), say(dollars));
    assertFalse(say(inCurrency("USD", 1800)).contains("under"));
    String details = details(dollars);
    assertTrue(
        details.contains(
            "Your floor is 14 euros 71 an hour, 17 dollars 19 at the rate of 13 April"),
        details);

    Offer unknown = inCurrency("KES", 100);
    assertFalse(say(unknown).contains("under"));
    assertTrue(details(unknown).contains(" is not known."), details(unknown));
  }

  @Test
  @Requirement("OFR-3")
  void fourStandingsAreNeverConfused() {
    Instant since = Instant.parse("2026-11-23T10:05:00Z");
    String time = ENGLISH.say(Sentence.of("offer.review.words", since));

    assertTrue(say(fair("a")).contains("Radio Archive, 4.6 from 38 workers."));
    assertTrue(say(with(fair("a"), new Standing.NoReviews())).contains("Archive, no reviews yet."));
    assertTrue(
        say(with(fair("a"), new Standing.NotAsked()))
            .contains("Archive, ratings not asked for yet."));
    assertTrue(
        say(with(fair("a"), new Standing.SourceDown(since)))
            .contains("Archive, ratings are missing since " + time + "."));
  }

  @Test
  @Requirement({"OFR-4", "RAT-5"})
  void detailsTellTheRestOneThingASentence() {
    assertEquals(
        List.of(
            "Title: Old broadcasts",
            "Transcribe 8 seconds of speech, in English; 5 tasks left.",
            "Needs hearing.",
            "Keywords: audio, english",
            "6 minutes from accept to submit.",
            "18 cents, about 15 to 19 euros an hour.",
            "Pay per hour is from the times of 12 workers.",
            "Your floor is 14 euros 71 an hour.",
            "Radio Archive, 4.6 from 38 workers.",
            "This rating is sure; at least 4.2 is likely.",
            "Pay 4.6 and fairness 4.6.",
            "60 of 62 answers approved.",
            "Pays after about 2 days."),
        OfferWords.details(fair("a"), BLIND).stream().map(ENGLISH::say).toList());
  }

  @Test
  @Requirement({"PAY-20", "PAY-23"})
  void detailsTellWhatWasReallyEarned() {
    Offer fair = fair("a");
    Offer earned =
        new Offer(
            fair.group(),
            fair.standing(),
            fair.hourly(),
            fair.decided(),
            fair.approved(),
            fair.timeToPay(),
            Optional.empty(),
            Optional.of(new Earned(Money.of(1240, "EUR"), fair.hourly(), 40)));

    assertTrue(
        details(earned)
            .contains(
                "18 cents, about 15 to 19 euros an hour.\n"
                    + "Pay per hour is what 12 workers earned.\n"
                    + "On average 12 euros 40 an hour over 40 tasks, rejected and returned work"
                    + " counted."),
        details(earned));
    assertTrue(
        OfferWords.details(earned, BLIND).stream()
            .map(DUTCH::say)
            .toList()
            .containsAll(
                List.of(
                    "Het uurloon is wat 12 werkers verdienden.",
                    "Gemiddeld 12 euro 40 per uur over 40 taken, afgekeurd en teruggegeven werk"
                        + " meegeteld.")));
  }

  @Test
  @Requirement("OFR-5")
  void hostileNamesAndTitlesBecomeOnePlainLine() {
    TaskGroup fair = fair("a").group();
    TaskGroup hostile =
        new TaskGroup(
            "a",
            new Requester("r", "\u001b[2JEvil\r\nInc {0} \u202E" + "x".repeat(5000)),
            "\n\t\u0007",
            fair.kind(),
            fair.language(),
            fair.reward(),
            fair.allowed(),
            1,
            fair.needs(),
            Optional.empty(),
            List.of("", "a\nb"));
    Offer offer = with(fair("a"), hostile);

    String sentence = say(offer);

    assertTrue(sentence.contains("[2JEvil Inc {0} xxx"), sentence);
    assertTrue(sentence.length() < 250, sentence);
    assertTrue(sentence.chars().noneMatch(Character::isISOControl), sentence);
    String details = details(offer);
    assertTrue(details.contains("No title."), details);
    assertTrue(details.contains("Keywords: a b"), details);
  }

  @Test
  @Requirement("OFR-6")
  void aReviewIsToldWithItsMarksReportsAndWords() {
    Review review =
        new Review(
            "r",
            "g",
            "ann",
            Map.of(Attribute.PAY, 4, Attribute.ACCESSIBILITY, 2),
            Optional.of(Rejections.SOME),
            true,
            "Pays late.\nButtons have no names.",
            Instant.parse("2026-11-01T12:00:00Z"));

    assertEquals(
        "1 November: pay 4 and accessibility 2. Some work rejected unjustly. Terms broken."
            + " Pays late. Buttons have no names.",
        ENGLISH.say(OfferWords.review(review)));
    assertEquals(
        "1 november: betaling 4 en toegankelijkheid 2. Een deel onterecht afgewezen."
            + " Voorwaarden geschonden. Pays late. Buttons have no names.",
        DUTCH.say(OfferWords.review(review)));
  }

  private static Offer inCurrency(String code, long hourly) {
    TaskGroup fair = fair("a").group();
    TaskGroup group =
        new TaskGroup(
            "a",
            fair.requester(),
            fair.title(),
            fair.kind(),
            fair.language(),
            Money.of(20, code),
            Duration.ofMinutes(6),
            1,
            fair.needs(),
            fair.audioLength(),
            List.of());
    return paying(with(fair("a"), group), hourly(hourly, hourly + 300, code));
  }

  private static String say(Offer offer) {
    return ENGLISH.say(OfferWords.sentence(offer, BLIND));
  }

  private static String details(Offer offer) {
    return String.join("\n", OfferWords.details(offer, BLIND).stream().map(ENGLISH::say).toList());
  }
}
