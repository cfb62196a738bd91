package dev.hark.market;

import static dev.hark.market.Offers.fair;
import static dev.hark.market.Offers.hourly;
import static dev.hark.market.Offers.paying;
import static dev.hark.market.Offers.rated;
import static dev.hark.market.Offers.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.filter.FilterFolders;
import dev.hark.filter.NamedFilter;
import dev.hark.market.Judged.HiddenBy;
import dev.hark.pay.HourlyPay;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferListTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Wording DUTCH = Wording.of(Locale.of("nl"));
  private static final FilterFolders PRESETS =
      new FilterFolders(List.of(Path.of(System.getProperty("hark.root", ".")).resolve("filters")));
  private static final Facts.Me BLIND =
      new Facts.Me(
          Set.of(Need.HEARING, Need.SPEECH, Need.MICROPHONE), Optional.of(Money.of(1471, "EUR")));

  @Test
  @Requirement("LST-1")
  void whatNeedsASenseThatTheWorkerLacksIsHiddenAndCanBeShown() {
    OfferList list =
        OfferList.of(
            List.of(fair("a"), needing("b", Need.SIGHT), needing("c", Need.CAMERA, Need.SIGHT)),
            Choice.of(BLIND));

    assertEquals(List.of("a"), ids(list.kept()));
    assertEquals(
        "needs sight and a camera", ENGLISH.say(list.hidden().getLast().reasons().getFirst()));
    assertEquals(3, list.offers(true).size());
    assertEquals(3, OfferList.of(list.offers(true), Choice.of(Facts.Me.ANYBODY)).kept().size());
  }

  @Test
  @Requirement("LST-2")
  void theSummaryCountsWhatFitsAndWhyTheRestIsHidden() {
    List<Offer> offers = new ArrayList<>(List.of(fair("a"), fair("h")));
    for (String id : List.of("b", "c", "d")) {
      offers.add(needing(id, Need.SIGHT));
    }
    offers.add(needing("e", Need.CAMERA));
    offers.add(paying(fair("f"), hourly(500, 600, "EUR")));
    Choice choice =
        new Choice(BLIND, List.of(PRESETS.filter("fair-pay")), Set.of("r-h"), OfferOrder.NEWEST);

    OfferList list = OfferList.of(offers, choice);

    assertEquals(
        List.of(
            "1 task fits you; 6 are hidden, 3 because they need sight, 1 because it needs a"
                + " camera, 1 by a filter and 1 of requesters you hid.",
            "Filter: fair pay, floor 14 euros 71."),
        list.summary().stream().map(ENGLISH::say).toList());
    assertEquals(
        "1 taak past bij je; 6 zijn verborgen, 3 omdat ze zicht vragen, 1 omdat die een camera"
            + " vraagt, 1 door een filter en 1 van opdrachtgevers die je verborg.",
        DUTCH.say(list.summary().getFirst()));
    assertEquals(
        Map.of(HiddenBy.SENSES, 4, HiddenBy.FILTER, 1, HiddenBy.REQUESTER, 1), list.counts());
  }

  @Test
  @Requirement("LST-2")
  void oneReasonForAllThatIsHiddenSaysNoNumberTwice() {
    Offer low = paying(fair("f"), hourly(500, 600, "EUR"));
    Offer lower = paying(fair("g"), hourly(300, 400, "EUR"));

    assertEquals("1 task fits you; 2 are hidden, all by a filter.", summary(low, lower));
    assertEquals("1 task fits you; 1 is hidden, by a filter.", summary(low));
    assertEquals("1 task fits you; 1 is hidden, of a requester you hid.", summary(fair("h")));
  }

  private static String summary(Offer... hidden) {
    List<Offer> offers = new ArrayList<>(List.of(hidden));
    offers.add(fair("a"));
    Choice choice =
        new Choice(BLIND, List.of(PRESETS.filter("fair-pay")), Set.of("r-h"), OfferOrder.NEWEST);
    return ENGLISH.say(OfferList.of(offers, choice).summary().getFirst());
  }

  @Test
  @Requirement("LST-3")
  void unknownPayPerHourStandsBehindAllThatIsKnownInAnyCurrency() {
    List<Offer> offers =
        List.of(
            paying(fair("unknown"), Optional.empty()),
            paying(fair("low"), hourly(100, 9900, "EUR")),
            paying(fair("dollars"), hourly(1600, 1700, "USD")),
            paying(fair("high"), hourly(1500, 1600, "EUR")),
            paying(fair("strange"), hourly(999_999, 999_999, "KES")));

    assertEquals(
        List.of("high", "dollars", "low", "unknown", "strange"),
        ids(sorted(offers, OfferOrder.HOURLY)));
  }

  @Test
  @Requirement("LST-3")
  void amongUnknownPayPerHourTheHighestRewardStandsFirst() {
    List<Offer> offers = new ArrayList<>();
    for (int cents : List.of(18, 30, 12)) {
      Offer unknown = paying(fair("c" + cents), Optional.empty());
      offers.add(with(unknown, Offers.rewarded(unknown.group(), cents)));
    }
    offers.add(paying(fair("low"), hourly(100, 9900, "EUR")));

    List<String> expected = List.of("low", "c30", "c18", "c12");
    assertEquals(expected, ids(sorted(offers, OfferOrder.HOURLY)));
    assertEquals(expected, ids(sorted(offers.reversed(), OfferOrder.HOURLY)));
  }

  @Test
  @Requirement("LST-3")
  void theListCanBeSortedByRatingPayAndLength() {
    List<Offer> offers =
        List.of(
            with(fair("none"), new Standing.NoReviews()),
            with(fair("two"), rated(2, 0)),
            with(fair("many"), rated(40, 0)));

    assertEquals(List.of("many", "two", "none"), ids(sorted(offers, OfferOrder.RATING)));
    assertEquals(List.of("none", "two", "many"), ids(sorted(offers, OfferOrder.PAY)));
    assertEquals(List.of("none", "two", "many"), ids(sorted(offers, OfferOrder.LENGTH)));
  }

  @Test
  @Requirement("LST-4")
  void aRatingThatArrivesLateIsJudgedAnew() {
    Choice choice =
        new Choice(BLIND, List.of(PRESETS.filter("well-rated")), Set.of(), OfferOrder.NEWEST);
    Offer offer = with(fair("a"), new Standing.NotAsked());
    OfferList before = OfferList.of(List.of(offer), choice);
    assertEquals("ratings not asked for yet", why(before));

    OfferList rated = before.rejudge(List.of(with(offer, rated(38, 0))));
    OfferList worse = rated.rejudge(List.of(with(offer, rated(2, 0))));
    OfferList down = worse.rejudge(List.of(with(offer, new Standing.SourceDown(Instant.EPOCH))));
    OfferList back = down.rejudge(List.of(with(offer, rated(40, 0))));

    assertEquals(1, rated.kept().size());
    assertTrue(why(worse).contains("from 2 workers"), why(worse));
    assertTrue(why(down).startsWith("ratings are missing since"), why(down));
    assertTrue(
        ENGLISH.say(down.summary().getLast()).startsWith("Ratings are missing since"),
        "the summary says that the source is down");
    assertEquals(1, back.kept().size());
  }

  @Test
  @Requirement("LST-7")
  void onlyWhatChangedIsTold() {
    Choice choice =
        new Choice(BLIND, List.of(PRESETS.filter("well-rated")), Set.of(), OfferOrder.NEWEST);
    Offer late = with(fair("a"), new Standing.NotAsked());
    Offer good = fair("b");
    OfferList before = OfferList.of(List.of(late, good), choice);

    OfferList both = before.rejudge(List.of(with(late, rated(38, 0))));
    OfferList turned =
        before.rejudge(List.of(with(late, rated(38, 0)), with(good, new Standing.NoReviews())));
    OfferList fewer = both.rejudge(List.of(with(good, new Standing.SourceDown(Instant.EPOCH))));

    assertEquals(Optional.empty(), before.changeSince(before));
    assertEquals("1 more task fits now.", said(ENGLISH, both.changeSince(before)));
    assertEquals(
        "1 more task fits now, 1 no longer fits: transcribe 8 seconds of speech of Radio Archive,"
            + " no reviews yet.",
        said(ENGLISH, turned.changeSince(before)));
    assertEquals(
        "Er past nu nog 1 taak bij je, 1 past niet meer: uitschrijven, 8 seconden spraak van Radio"
            + " Archive, nog geen beoordelingen.",
        said(DUTCH, turned.changeSince(before)));
    assertTrue(
        said(ENGLISH, fewer.changeSince(both))
            .startsWith(
                "1 no longer fits: transcribe 8 seconds of speech of Radio Archive, ratings are"
                    + " missing since "));
  }

  private static String said(Wording wording, Optional<Sentence> sentence) {
    return wording.say(sentence.orElseThrow());
  }

  @Test
  @Requirement("LST-5")
  void allPagesArePulledEvenFromAMarketThatRepeatsItself() {
    Pages market = new Pages();

    OfferList list = OfferList.of(market.open(), Choice.of(BLIND));

    assertEquals(List.of("a", "b", "c"), ids(list.kept()));
    assertEquals(2, list.leftOut());
    assertEquals(
        "2 tasks are left out: what the market says of them makes no sense.",
        ENGLISH.say(list.summary().getLast()));
  }

  @Test
  @Requirement("LST-6")
  void tenThousandOffersAreJudgedInAFractionOfTheTimeTheyTakeToTell() {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Optional<HourlyPay> pay = i % 7 == 0 ? Optional.empty() : hourly(900 + i, 1100 + i, "EUR");
      offers.add(
          with(
              i % 3 == 0 ? needing("g" + i, Need.SIGHT) : paying(fair("g" + i), pay),
              rated(1 + i % 50, i % 5)));
    }
    List<NamedFilter> filters =
        List.of(
            PRESETS.filter("fair-pay"),
            PRESETS.filter("well-rated"),
            PRESETS.filter("no-unjust-rejections"));
    Choice choice = new Choice(BLIND, filters, Set.of(), OfferOrder.HOURLY);

    long judge = Long.MAX_VALUE;
    long tell = Long.MAX_VALUE;
    for (int round = 0; round < 2; round++) {
      long start = System.nanoTime();
      OfferList list = OfferList.of(offers, choice);
      long judged = System.nanoTime();
      int letters = 0;
      for (Offer offer : list.offers(true)) {
        for (Sentence line : OfferWords.details(offer, BLIND)) {
          letters += ENGLISH.say(line).length();
        }
      }
      judge = Math.min(judge, judged - start);
      tell = Math.min(tell, System.nanoTime() - judged);
      assertTrue(letters > 0);
    }
    assertTrue(judge < tell, "judging " + judge + " ns, telling " + tell + " ns");
  }

  private static List<Judged> sorted(List<Offer> offers, OfferOrder order) {
    return OfferList.of(offers, new Choice(BLIND, List.of(), Set.of(), order)).kept();
  }

  private static Offer needing(String id, Need... needs) {
    return with(fair(id), Offers.group(id, Set.of(needs)));
  }

  private static String why(OfferList list) {
    return ENGLISH.say(list.hidden().getFirst().reasons().getFirst());
  }

  private static List<String> ids(List<Judged> offers) {
    return offers.stream().map(judged -> judged.offer().group().id()).toList();
  }
}
