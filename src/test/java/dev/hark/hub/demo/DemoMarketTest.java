package dev.hark.hub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.market.Earnings;
import dev.hark.market.Offer;
import dev.hark.market.Receipt;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.review.Attribute;
import dev.hark.review.Rating;
import dev.hark.review.Report;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Medium;
import dev.hark.task.Need;
import dev.hark.task.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The market as a worker meets it, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoMarketTest {
  private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n]]");

  private Hub hub;
  private HubMarketplace market;
  private List<Offer> offers;

  @BeforeAll
  void meet(@TempDir Path data) {
    hub = Hub.start(HubConfig.embedded(data, "Demonstration market", true));
    assertTrue(DemoMarket.fill(hub.services(), Clock.systemUTC(), sentence -> {}));
    market = worker();
    offers = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = market.offers(cursor, 25);
      assertEquals(0, page.leftOut());
      offers.addAll(page.offers());
      cursor = page.next();
    } while (cursor.isPresent());
  }

  @AfterAll
  void leave() {
    market.close();
    hub.close();
  }

  private HubMarketplace worker() {
    String address = hub.uri().toString();
    try (HubAccounts accounts = new HubAccounts(address)) {
      return new HubMarketplace(address, accounts.registerWorker("").token());
    }
  }

  @Test
  @Requirement("DEM-1")
  void thereIsPlentyToChooseFrom() {
    assertEquals(40, offers.size());
    assertEquals(11, byRequester().size());
    assertTrue(offers.stream().mapToInt(offer -> offer.group().available()).sum() >= 200);
  }

  @Test
  @Requirement("DEM-4")
  void whatNeedsSightSaysSoAndEnoughDoesNot() {
    Map<Boolean, List<Offer>> bySight =
        offers.stream().collect(Collectors.partitioningBy(offer -> needs(offer, Need.SIGHT)));
    assertEquals(17, bySight.getOrDefault(true, List.of()).size());
    List<Offer> byEar = bySight.getOrDefault(false, List.of());
    assertEquals(23, byEar.size());
    for (Offer offer : offers) {
      TaskKind kind = offer.group().kind();
      assertEquals(kind == TaskKind.FILM_POSTURE, needs(offer, Need.CAMERA), title(offer));
      boolean heard = kind == TaskKind.TRANSCRIBE || kind == TaskKind.COMPARE_AUDIO;
      assertEquals(heard, needs(offer, Need.HEARING), title(offer));
      assertEquals(heard, offer.group().audioLength().isPresent(), title(offer));
    }
  }

  @Test
  @Requirement("DEM-3")
  void theWorkIsOfEightKindsAboveAllTranscription() {
    assertEquals(
        EnumSet.allOf(TaskKind.class),
        offers.stream().map(offer -> offer.group().kind()).collect(Collectors.toSet()));
    assertEquals(TaskKind.TRANSCRIBE, offers.getFirst().group().kind());
    assertEquals(
        Set.of("en", "nl"),
        offers.stream()
            .map(offer -> offer.group().language().getLanguage())
            .collect(Collectors.toSet()));
  }

  @Test
  @Requirement("DEM-2")
  void fairOnesAreWellRatedByMany() {
    Rating rating = rating("Radio Archive");
    assertEquals(38, rating.reviewers());
    assertEquals(OptionalInt.of(0), rating.reported(Report.UNJUST_REJECTIONS));
    assertEquals(4.6, rating.overall().orElseThrow(), 0.05);
    assertTrue(rating.lower() > 4.0);
    assertEquals(Duration.ofDays(2), rounded(offer("Radio Archive")));
    assertTrue(rating("Open Voices Lab").overall().orElseThrow() > 4.5);
    assertTrue(offer("Open Voices Lab").timeToPay().orElseThrow().toHours() < 4);
  }

  @Test
  @Requirement("DEM-2")
  void badOnesAreBadEachInTheirOwnWay() {
    assertTrue(mean("QuickScribe Direct", Attribute.PAY) < 1.7);
    assertTrue(mean("Brightline Research", Attribute.SPEED) < 1.5);
    assertEquals(Duration.ofDays(24), rounded(offer("Brightline Research")));
    Rating verity = rating("Verity Adverts");
    assertEquals(31, verity.reviewers());
    assertEquals(OptionalInt.of(9), verity.reported(Report.UNJUST_REJECTIONS));
    Offer unjust = offer("Verity Adverts");
    assertTrue(unjust.approved() < 0.75 * unjust.decided());
    assertEquals(OptionalInt.of(11), rating("Kestrel Motion").reported(Report.TERMS_BROKEN));
  }

  @Test
  @Requirement("DEM-2")
  void someAreHardToJudge() {
    assertInstanceOf(Standing.NoReviews.class, offer("Polder Panel").standing());
    assertEquals(0, offer("Polder Panel").decided());
    Rating two = rating("Two Ferns Studio");
    assertEquals(2, two.reviewers());
    assertEquals(5, two.overall().orElseThrow());
    assertTrue(two.lower() < rating("Radio Archive").lower() - 0.5);
    assertTrue(rating("Atlas Image Works").overall().orElseThrow() > 4.4);
    assertTrue(mean("Atlas Image Works", Attribute.ACCESSIBILITY) < 1.5);
    assertTrue(mean("Harbour Library", Attribute.ACCESSIBILITY) > 4.9);
  }

  @Test
  @Requirement("DEM-8")
  void payPerHourDiffersAndIsSometimesUnknown() {
    Offer first = offers.getFirst();
    assertEquals(15.07, first.hourly().orElseThrow().low().amount().doubleValue(), 0.2);
    assertEquals(19.06, first.hourly().orElseThrow().high().amount().doubleValue(), 0.2);
    long below = offers.stream().filter(offer -> high(offer) < 800).count();
    long above = offers.stream().filter(offer -> low(offer) > 1471).count();
    long unknown = offers.stream().filter(offer -> offer.hourly().isEmpty()).count();
    assertTrue(below >= 6, () -> below + " far below");
    assertTrue(above >= 15, () -> above + " above");
    assertEquals(4, unknown);
    assertEquals(
        Set.of("EUR", "USD"),
        offers.stream()
            .map(offer -> offer.group().reward().currency().getCurrencyCode())
            .collect(Collectors.toSet()));
  }

  @Test
  @Requirement("DEM-7")
  void aRightAnswerIsPaidAtOnceAndAWrongOneIsNot() {
    try (HubMarketplace worker = worker()) {
      for (GroupPlan group : GroupPlan.load()) {
        List<Tasks.Planned> planned = new Tasks(Sentences.load(), ClipLengths.load()).of(group);
        Offer offer = offer(group);
        Assignment held = worker.accept(offer.group().id(), "accept-" + group.id());
        Optional<Answer> gold =
            planned.stream()
                .filter(task -> task.question().equals(held.task().question()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(group.id()))
                .gold();
        if (gold.isPresent()) {
          Receipt receipt = worker.submit(held.id(), gold.get(), "answer-" + group.id());
          assertEquals(Assignment.State.APPROVED, receipt.state(), group.id());
        } else if (group.kind() == TaskKind.TRANSCRIBE) {
          Receipt receipt =
              worker.submit(held.id(), new Answer.Text("words"), "answer-" + group.id());
          assertEquals(Assignment.State.SUBMITTED, receipt.state(), group.id());
        }
      }
      Assignment held = worker.accept(offers.getFirst().group().id(), "wrong");
      Receipt receipt = worker.submit(held.id(), new Answer.Text("something else"), "wrong");
      assertEquals(Assignment.State.SUBMITTED, receipt.state());
      Earnings earnings = worker.earnings(ZoneOffset.UTC);
      assertEquals(2, earnings.lines().size());
    }
    assertTheLedgerAddsUp();
  }

  @Test
  @Requirement("DEM-5")
  void aRecordingIsHeardOverHttp() throws IOException {
    Assignment held = market.accept(offers.getFirst().group().id(), "hear");
    Medium medium = held.task().question().media().getFirst();
    assertEquals("audio/wav", medium.type());
    for (int time = 0; time < 2; time++) {
      Clip clip = Wav.decode(Files.readAllBytes(market.media(medium.id())), medium.id());
      Duration stated = medium.length().orElseThrow();
      assertTrue(stated.minus(clip.length()).abs().toMillis() <= 50, stated.toString());
    }
  }

  @Test
  @Requirement("DEM-10")
  void pastMoneyAddsUp() {
    assertTheLedgerAddsUp();
  }

  private void assertTheLedgerAddsUp() {
    Map<String, Long> sums =
        hub.services()
            .store()
            .read(
                handle ->
                    handle
                        .createQuery("select currency, sum(minor) as total from entry group by 1")
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    assertEquals(Map.of("EUR", 0L, "USD", 0L), sums);
    assertEquals(List.of(), hub.services().ledgerCheck().check().faults());
  }

  @Test
  @Requirement("DEM-2")
  void reviewsSpeakInManyVoicesAboutThePastYear() {
    Instant now = Instant.now();
    List<String> words = new ArrayList<>();
    for (Offer offer : byRequester().values()) {
      for (Review review : market.reviews(offer.group().requester().id())) {
        assertTrue(review.written().isBefore(now), review.toString());
        assertTrue(review.written().isAfter(now.minus(Duration.ofDays(366))), review.toString());
        words.add(review.words());
      }
    }
    List<String> said = words.stream().filter(some -> !some.isEmpty()).toList();
    assertTrue(said.size() >= 70, () -> said.size() + " with words");
    assertEquals(said.size(), Set.copyOf(said).size());
    assertTrue(said.contains("Honest people."));
    assertTrue(said.contains("Gewoon werk, gewoon betaald."));
  }

  @Test
  @Requirement("DEM-11")
  void noTextIsHostileOrBroken() {
    for (Offer offer : offers) {
      assertClean(title(offer));
      assertClean(offer.group().requester().name());
      offer.group().keywords().forEach(DemoMarketTest::assertClean);
    }
    Tasks tasks = new Tasks(Sentences.load(), ClipLengths.load());
    for (GroupPlan group : GroupPlan.load()) {
      tasks.of(group).forEach(task -> assertClean(task.question().prompt()));
    }
    ReviewPlan.load().values().stream()
        .flatMap(List::stream)
        .forEach(opinion -> assertClean(opinion.words()));
  }

  private static void assertClean(String text) {
    assertFalse(HOSTILE.matcher(text).find(), text);
    assertFalse(text.contains("\uFFFD") || text.contains("<"), text);
  }

  private Map<String, Offer> byRequester() {
    return offers.stream()
        .collect(
            Collectors.toMap(
                offer -> offer.group().requester().name(), Function.identity(), (a, b) -> a));
  }

  private Offer offer(String requester) {
    Offer found = byRequester().get(requester);
    if (found == null) {
      throw new AssertionError("no " + requester);
    }
    return found;
  }

  private Offer offer(GroupPlan group) {
    return offers.stream()
        .filter(offer -> title(offer).equals(group.title()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(group.title()));
  }

  private Rating rating(String requester) {
    return assertInstanceOf(Standing.Rated.class, offer(requester).standing()).rating();
  }

  private double mean(String requester, Attribute attribute) {
    return rating(requester).means().getOrDefault(attribute, Double.NaN);
  }

  private static Duration rounded(Offer offer) {
    double days = offer.timeToPay().orElseThrow().toMinutes() / (24.0 * 60);
    return Duration.ofDays(Math.round(days));
  }

  private static boolean needs(Offer offer, Need need) {
    return offer.group().needs().contains(need);
  }

  private static String title(Offer offer) {
    return offer.group().title();
  }

  private static long low(Offer offer) {
    return offer.hourly().map(pay -> pay.low().minor()).orElse(0L);
  }

  private static long high(Offer offer) {
    return offer.hourly().map(pay -> pay.high().minor()).orElse(Long.MAX_VALUE);
  }
}
