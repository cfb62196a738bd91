package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.cli.HarkRun;
import dev.hark.filter.Facts;
import dev.hark.filter.FilterFolders;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.OfferOrder;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.market.hub.MediaShelf;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.source.AskedRatings;
import dev.hark.market.source.Site;
import dev.hark.market.source.Turkopticon;
import dev.hark.task.Assignment;
import dev.hark.watch.CatchRules;
import dev.hark.watch.Catcher;
import dev.hark.watch.Told;
import dev.hark.watch.Watch;
import dev.hark.watch.WatchPlan;
import dev.hark.watch.WatchPlan.Followed;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of a real hub is there at once; its ratings come from a site over HTTP, and later. */
class LateRatingsTest {
  private static final NamedFilter WELL_RATED =
      new FilterFolders(List.of(Path.of(System.getProperty("hark.root", ".")).resolve("filters")))
          .filter("well-rated");

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Hub hub;
  private static String worker;
  private static final Map<String, String> REQUESTERS = new LinkedHashMap<>();
  private static final Map<String, String> GROUPS = new LinkedHashMap<>();
  private final Site site = new Site();
  private final Listener heard = new Listener();
  private final FakePlayer player = new FakePlayer();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void market() {
    hub = Hub.start(HubConfig.embedded(shared.resolve("hub"), "Test market", true));
    try (HubAccounts accounts = new HubAccounts(hub.uri().toString())) {
      worker = accounts.registerWorker("Ann").token();
      for (String name : List.of("Radio Archive", "Quick Ads", "New Words")) {
        HubAccounts.Account account = accounts.registerRequester(name);
        REQUESTERS.put(name, account.id());
        GROUPS.put(name, publish(account.token()));
      }
    }
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @AfterEach
  void end() throws Exception {
    site.close();
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private static String publish(String token) {
    try (RequesterDesk desk = new RequesterDesk(hub.uri().toString(), token)) {
      QuestionJson question =
          new QuestionJson("transcription", "Write what you hear", List.of(), null, null);
      return desk.publish(
          new NewTaskGroupJson(
              "Speech",
              "TRANSCRIBE",
              "en",
              new MoneyJson(18, "EUR"),
              360,
              List.of("HEARING"),
              List.of("speech"),
              null,
              null,
              List.of(
                  new NewTaskGroupJson.NewTaskJson(question, null),
                  new NewTaskGroupJson.NewTaskJson(question, null))),
          UUID.randomUUID().toString());
    }
  }

  /** Forty people like Radio Archive, as many do not like Quick Ads, and nobody knows New Words. */
  private static String ratings(String archive, String ads) {
    return "{\"%s\":%s,\"%s\":%s,\"%s\":\"\"}"
        .formatted(
            REQUESTERS.get("Radio Archive"),
            marks(archive),
            REQUESTERS.get("Quick Ads"),
            marks(ads),
            REQUESTERS.get("New Words"));
  }

  private static String marks(String mark) {
    return "{\"attrs\":{\"comm\":\"%1$s\",\"pay\":\"%1$s\",\"fair\":\"%1$s\",\"fast\":\"%1$s\"},"
            .formatted(mark)
        + "\"reviews\":40,\"tos_flags\":0}";
  }

  private HubMarketplace rated() {
    HubMarketplace market =
        new HubMarketplace(
            hub.uri().toString(),
            worker,
            new AskedRatings(
                new Turkopticon(site.address(), Duration.ofSeconds(20), Clock.systemUTC()),
                Clock.systemUTC()),
            MediaShelf.temporary());
    open.add(market);
    return market;
  }

  private SqliteJournal journal() {
    SqliteJournal journal =
        (SqliteJournal) SqliteJournal.open(folder.resolve("journal.db"), "test").journal();
    open.add(journal);
    return journal;
  }

  private static Choice choice(NamedFilter... filters) {
    return new Choice(Facts.Me.ANYBODY, List.of(filters), Set.of(), OfferOrder.NEWEST);
  }

  private Session session(HubMarketplace market, NamedFilter... filters) {
    SqliteJournal journal = journal();
    JournalOutbox outbox = new JournalOutbox(journal, market, (entry, result) -> {});
    open.add(outbox);
    Session session =
        new Session(
            new Desk(
                market,
                journal,
                outbox,
                player,
                (file, type) -> new Clip(new short[16], 16_000),
                choice(filters),
                Clock.system(ZoneOffset.UTC)),
            heard);
    open.add(session);
    return session;
  }

  private static void awaits(BooleanSupplier what) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() - end < 0, "never");
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static String offer(String requester, String standing) {
    return "Transcribe speech. 18 cents, pay per hour not known yet. %s, %s. 6 minutes."
        .formatted(requester, standing);
  }

  @Test
  @Requirement({"LST-8", "LST-4"})
  void inASessionNothingIsOfferedBeforeItsRatingIsThereAndWhatIsGoodComes() throws Exception {
    CountDownLatch gate = site.says(ratings("4.80", "2.00")).holds();
    HubMarketplace market = rated();
    Session session = session(market, WELL_RATED);
    session.start();
    String first = heard.text();
    assertTrue(first.contains("0 tasks fit you; 3 are hidden, all by a filter."), first);
    assertTrue(first.contains("Ratings are not there yet for 3 tasks"), first);
    assertTrue(first.contains("No task fits you now"), first);
    session.act(Action.ACCEPT);
    heard.hears("No task fits you now");

    gate.countDown();
    awaits(() -> !market.ratings().pending());
    session.tick();
    assertEquals(
        List.of("1 more task fits now.", "Next: " + offer("Radio Archive", "4.8 from 40 workers")),
        heard.take());
    session.tick();
    assertEquals(List.of(), heard.take(), "once");
    session.act(Action.NEXT);
    assertFalse(heard.text().contains("Quick Ads"));
  }

  @Test
  @Requirement("LST-8")
  void whatWasToldWithoutARatingIsToldAgainOnlyByWhatIsNew() {
    CountDownLatch gate = site.says(ratings("4.80", "2.00")).holds();
    HubMarketplace market = rated();
    Session session = session(market);
    session.start();
    String first = heard.text();
    assertTrue(first.contains("ratings not asked for yet"), first);
    player.play();
    gate.countDown();
    awaits(() -> !market.ratings().pending());
    session.tick();
    assertEquals(List.of(), heard.take(), "not while a recording plays");
    player.pause();
    session.tick();
    List<String> news = heard.take();
    assertEquals(1, news.size(), news::toString);
    assertTrue(
        List.of(
                "Radio Archive, 4.8 from 40 workers.",
                "Quick Ads, 2 from 40 workers.",
                "New Words, no reviews yet.")
            .contains(news.getFirst()),
        news::toString);
  }

  @Test
  @Requirement("LST-8")
  void aKeyNeverCountsForATaskThatWasNotHeard() {
    CountDownLatch gate = site.says(ratings("4.80", "2.00")).holds();
    HubMarketplace market = rated();
    Session session =
        session(market, Where.of("rating.state != \"rated\" || rating.overall >= 3.0"));
    session.start();
    String now = heard.take().getLast();
    for (int i = 0; i < 3 && !now.contains("Quick Ads"); i++) {
      session.act(Action.NEXT);
      now = heard.take().getLast();
    }
    assertTrue(now.contains("Quick Ads, ratings not asked for yet"), now);
    gate.countDown();
    awaits(() -> !market.ratings().pending());
    session.act(Action.ACCEPT);
    List<String> news = heard.take();
    assertEquals(
        "1 no longer fits: transcribe speech of Quick Ads, 2 from 40 workers.", news.getFirst());
    assertTrue(news.get(1).startsWith("Next: Transcribe speech."), news::toString);
    assertEquals(2, news.size(), news::toString);
    assertEquals(List.of(), market.held());
  }

  @Test
  @Requirement({"WAT-12", "CAT-7"})
  void aWatchTellsAndCatchesOnlyWhatIsRatedWellOnceItIs() throws Exception {
    CountDownLatch gate = site.says(ratings("4.80", "2.00")).holds();
    HubMarketplace market = rated();
    SqliteJournal journal = journal();
    List<Told> told = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch caught = new CountDownLatch(1);
    Watch watch =
        new Watch(
            market,
            QuietFeed::new,
            new WatchPlan(
                List.of(new Followed(Optional.of(WELL_RATED), () -> choice(WELL_RATED))),
                WatchPlan.REST,
                Optional.empty()),
            journal.watching(),
            Optional.of(
                new Catcher(
                    market,
                    new CatchRules(CatchRules.Mode.EVERY, 5, 50, Optional.empty(), ZoneOffset.UTC),
                    journal.watching())),
            (one, self) -> {
              synchronized (told) {
                told.add(one);
              }
              if (one instanceof Told.State(var at, Told.Kind kind, var words)
                  && kind == Told.Kind.WATCHING) {
                begun.countDown();
              }
              if (one instanceof Told.Caught) {
                caught.countDown();
              }
            },
            Clock.systemUTC());
    Thread thread = Thread.ofVirtual().start(watch::run);
    try {
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      assertEquals(List.of(), market.held(), "nothing unrated is caught");
      gate.countDown();
      assertTrue(caught.await(20, TimeUnit.SECONDS));
    } finally {
      watch.stop();
      assertTrue(thread.join(Duration.ofSeconds(20)));
    }
    List<Assignment> held = market.held();
    assertEquals(
        List.of(Objects.requireNonNull(GROUPS.get("Radio Archive"))),
        held.stream().map(one -> one.group().id()).toList());
    held.forEach(one -> market.giveBack(one.id()));
    synchronized (told) {
      assertEquals(
          1, told.stream().filter(Told.Matches.class::isInstance).count(), () -> "told: " + told);
    }
  }

  @Test
  @Requirement("WAT-12")
  void aWatchSaysOnceThatRatingsAreMissingAndOnceThatTheyAreBack() throws Exception {
    site.says(500, "text/html", "");
    HubMarketplace market = rated();
    SqliteJournal journal = journal();
    List<Told.Kind> kinds = new ArrayList<>();
    CountDownLatch away = new CountDownLatch(1);
    CountDownLatch matched = new CountDownLatch(1);
    Watch watch =
        new Watch(
            market,
            QuietFeed::new,
            new WatchPlan(
                List.of(new Followed(Optional.of(WELL_RATED), () -> choice(WELL_RATED))),
                WatchPlan.REST,
                Optional.empty()),
            journal.watching(),
            Optional.empty(),
            (one, self) -> {
              if (one instanceof Told.State state) {
                kinds.add(state.kind());
                if (state.kind() == Told.Kind.RATINGS_AWAY) {
                  away.countDown();
                }
              } else {
                matched.countDown();
              }
            },
            Clock.systemUTC());
    Thread thread = Thread.ofVirtual().start(watch::run);
    try {
      assertTrue(away.await(20, TimeUnit.SECONDS));
      site.says(ratings("4.80", "2.00"));
      assertTrue(matched.await(20, TimeUnit.SECONDS));
    } finally {
      watch.stop();
      assertTrue(thread.join(Duration.ofSeconds(20)));
    }
    assertEquals(
        List.of(Told.Kind.WATCHING, Told.Kind.RATINGS_AWAY, Told.Kind.RATINGS_BACK), kinds);
  }

  @Test
  @Requirement({"TSK-10", "LST-8"})
  void theCommandWaitsAShortTimeSaysSoAndForbidsWhatIsRatedLow() {
    CountDownLatch gate = site.says(ratings("4.80", "2.00")).holds();
    HarkRun hark = new HarkRun(folder).with("HARK_HUB", hub.uri().toString());
    assertEquals(0, hark.run("settings", "set", "reviews", site.address()).code());
    assertEquals(0, hark.run("settings", "set", "reviews-kind", "turkopticon").code());
    Thread late =
        Thread.ofVirtual()
            .start(
                () -> {
                  awaits(() -> !site.asked().isEmpty());
                  LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
                  gate.countDown();
                });
    HarkRun.Outcome outcome = hark.run("tasks", "--filter", "well-rated", "--why");
    assertTrue(outcome.err().contains("Waiting for ratings."), outcome.err());
    assertEquals("1 task fits you; 2 are hidden, all by a filter.", outcome.lines().getFirst());
    assertTrue(
        outcome.lines().contains(offer("Radio Archive", "4.8 from 40 workers")), outcome.out());
    assertFalse(outcome.out().contains("Quick Ads, 2 from 40 workers. 6 minutes."), outcome.out());
    assertTrue(outcome.out().contains("New Words: no reviews yet."), outcome.out());
    assertFalse(late.isInterrupted());

    site.says(503, "text/html", "");
    HarkRun.Outcome down = hark.run("tasks", "--filter", "well-rated");
    assertTrue(down.out().contains("0 tasks fit you"), down.out());
    assertTrue(down.out().contains("Ratings are missing since"), down.out());
  }

  @Test
  @Requirement("SRC-7")
  void theDoctorSaysWhetherTheSourceAnswersAndWhatToDoWhereItDoesNot() {
    HarkRun hark = new HarkRun(folder).with("HARK_HUB", hub.uri().toString());
    assertEquals("Ratings: they come from the market.", doctor(hark));
    assertEquals(0, hark.run("settings", "set", "reviews", site.address()).code());
    site.onlyAt("/multi-attrs.php").says("{\"A000000000000\":\"\"}");
    assertEquals("Ratings: they come from " + site.address() + ", which answers.", doctor(hark));
    site.says(200, "text/html", "<form>Sign in</form>");
    assertTrue(doctor(hark).contains("is no source of ratings that Hark knows."), doctor(hark));
    hark.run("settings", "set", "reviews-kind", "turkopticon");
    site.says(429, "text/html", "").sends("Retry-After", "60");
    assertEquals("Ratings: " + site.address() + " asks to wait for 1 minute.", doctor(hark));
    site.says(500, "text/html", "");
    assertTrue(doctor(hark).contains("does not answer as it should."), doctor(hark));
  }

  private static String doctor(HarkRun hark) {
    return hark.run("doctor").lines().stream()
        .filter(line -> line.startsWith("Ratings"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Requirement({"SRC-1", "SRC-2"})
  void anotherHubIsAskedForWhatItKnows() {
    HarkRun hark = new HarkRun(folder).with("HARK_HUB", hub.uri().toString());
    assertEquals(0, hark.run("settings", "set", "reviews", hub.uri().toString()).code());
    HarkRun.Outcome outcome = hark.run("tasks", "--all");
    assertTrue(outcome.out().contains("no reviews yet"), outcome.out());
    assertEquals(2, hark.run("settings", "set", "reviews", "http://example.org").code());
    assertEquals(2, hark.run("settings", "set", "reviews-kind", "guess").code());
  }
}
