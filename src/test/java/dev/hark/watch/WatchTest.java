package dev.hark.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.watch.Between.Says;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of a real hub's market, over HTTP. */
class WatchTest {
  private static final String OFFER =
      "Transcribe speech. 18 cents, pay per hour not known yet. Radio Archive, no reviews yet. 6"
          + " minutes.";

  @TempDir Path folder;
  private WatchedMarket market;

  @BeforeEach
  void open() {
    market = new WatchedMarket(folder);
  }

  @AfterEach
  void close() {
    market.close();
  }

  private WatchPlan plan() {
    return market.plan(Optional.empty(), market.paying(10));
  }

  @Test
  @Requirement({"WAT-1", "WAT-7"})
  void eachMatchIsToldOnceWithTheFiltersItFits() {
    WatchPlan plan = market.plan(Optional.empty(), market.paying(10), market.paying(15));
    var running = market.watch(plan);
    running.heard.awaitLine("nothing fits yet");
    String both = market.publish(18, 2);
    running.heard.awaitTold(both, 1);
    market.publish(5, 2);
    String one = market.publish(12, 2);
    running.heard.awaitTold(one, 1);
    assertEquals(
        List.of(
            "Watching for from 10 cents and from 15 cents; nothing fits yet.",
            OFFER + " Fits from 10 cents and from 15 cents.",
            OFFER.replace("18", "12") + " Fits from 10 cents."),
        running.heard.lines());
  }

  @Test
  @Requirement("WAT-1")
  void whatFitsAtTheStartIsToldAndManyAreCounted() {
    for (int i = 0; i < 12; i++) {
      market.publish(18, 1);
    }
    var running = market.watch(plan(), market.uri().toString(), Locale.of("nl"));
    running.heard.awaitLine("hark tasks");
    List<String> lines = running.heard.lines();
    assertEquals("Ik let op vanaf 10 cent; nu passen er 12.", lines.getFirst());
    assertEquals(12, lines.size(), lines::toString);
    assertTrue(lines.get(1).endsWith("Past bij vanaf 10 cent."), lines.get(1));
    assertEquals("Er passen nog 2 taken; hark tasks noemt ze.", lines.getLast());
  }

  @Test
  @Requirement("WAT-2")
  void aGroupThatGrowsIsToldAgainAfterItsRestOnly() {
    String group = market.publish(18, 1);
    var running = market.watch(plan());
    running.heard.awaitTold(group, 1);
    market.extend(group);
    market.forward(Duration.ofMinutes(29));
    String other = market.publish(20, 1);
    running.heard.awaitTold(other, 1);
    assertEquals(1, running.heard.told(group));
    market.forward(Duration.ofMinutes(1));
    running.heard.awaitTold(group, 2);
    market.forward(Duration.ofHours(2));
    String last = market.publish(20, 1);
    running.heard.awaitTold(last, 1);
    assertEquals(2, running.heard.told(group), "what stays as it is is told no more");
    assertEquals(1, running.heard.told(other));
  }

  @Test
  @Requirement({"WAT-1", "WAT-2"})
  void newsOfWhatTheListShowedAlreadyIsNotToldAgain() {
    market.publish(18, 1);
    var running = market.watch(plan());
    running.heard.awaitLine("18 cents");
    String other;
    market.news.lock();
    try {
      other = market.publish(20, 1);
      market.forward(Duration.ofMinutes(5));
      running.heard.awaitTold(other, 1);
    } finally {
      market.news.unlock();
    }
    // Who is told of a later group has heard all news before it.
    String later = market.publish(20, 1);
    running.heard.awaitTold(later, 1);
    market.forward(Duration.ofHours(2));
    String last = market.publish(20, 1);
    running.heard.awaitTold(last, 1);
    assertEquals(1, running.heard.told(other));
  }

  @Test
  @Requirement("WAT-3")
  void whatComesInQuietHoursIsToldInOneSummary() {
    Hours quiet = Hours.parse("10:30-07:00", ZoneOffset.UTC);
    WatchPlan plan = market.plan(Optional.of(quiet), market.paying(10));
    try (var running = market.watch(plan)) {
      running.heard.awaitLine("nothing fits yet");
      market.forward(Duration.ofMinutes(30));
      running.heard.awaitLine("Quiet until");
      String first = market.publish(18, 1);
      market.forward(Duration.ofSeconds(1));
      String second = market.publish(30, 1);
      market.forward(Duration.ofHours(20));
      running.awaitKeptBack(2);
      assertEquals(0, running.heard.told(first) + running.heard.told(second));
    }
    var again = market.watch(plan);
    again.heard.awaitLine("Quiet until 7:00. What comes is told then.");
    market.forward(Duration.ofMinutes(30));
    again.heard.awaitLine("While it was quiet");
    assertEquals(
        List.of(
            "Quiet until 7:00. What comes is told then.",
            "Watching for from 10 cents.",
            "While it was quiet 2 tasks came that fit you; 2 still do. The best: "
                + OFFER.replace("18", "30")
                + " Fits from 10 cents."),
        again.heard.lines());
  }

  @Test
  @Requirement({"WAT-4", "WAT-7"})
  void aHubThatIsAwayIsSaidOnceAndNothingIsMissed() {
    String before = market.publish(18, 1);
    var running = market.watch(plan());
    running.heard.awaitTold(before, 1);
    market.stopHub();
    running.heard.awaitLine("The hub does not answer since 10:00; I go on trying.");
    market.forward(Duration.ofMinutes(4));
    market.startHub();
    String during = market.publish(18, 1);
    market.forward(Duration.ofMinutes(1));
    running.heard.awaitTold(during, 1);
    String after = market.publish(18, 1);
    running.heard.awaitTold(after, 1);
    List<String> lines = running.heard.lines();
    assertEquals(1, count(lines, "does not answer"), lines::toString);
    assertEquals(1, count(lines, "The hub answers again; it was away since 10:00."));
    assertEquals(1, running.heard.told(before));
    assertEquals(1, running.heard.told(during));
    assertEquals(1, running.heard.told(after));
  }

  @Test
  @Requirement("WAT-5")
  void aHubWithoutEventsIsAskedAgainAndObeyed() {
    try (Between between = new Between(market.uri())) {
      between.says(Says.NOT_THERE, "GET /api/v1/events");
      var running = market.watch(plan(), between.address(), Locale.ENGLISH);
      running.heard.awaitLine("nothing fits yet");
      String first = market.publish(18, 1);
      market.forward(Duration.ofMinutes(2));
      running.heard.awaitTold(first, 1);
      between.says(Says.tooMany(600), "GET");
      market.forward(Duration.ofMinutes(2));
      running.heard.awaitLine("The hub gets too many requests. I go on at 10:14.");
      between.says(Says.NOT_THERE, "GET /api/v1/events");
      int asked = between.calls("GET /api/v1/task-groups").size();
      String second = market.publish(18, 1);
      market.forward(Duration.ofMinutes(9));
      market.forward(Duration.ofSeconds(59));
      assertEquals(asked, between.calls("GET /api/v1/task-groups").size());
      market.forward(Duration.ofSeconds(1));
      running.heard.awaitTold(second, 1);
      between.says(Says.LOGIN, "GET");
      market.forward(Duration.ofMinutes(2));
      running.heard.awaitLine("What answers in the hub's place is no hub, since");
    }
  }

  @Test
  @Requirement("WAT-6")
  void whatWasToldIsRememberedByTheNextRun() {
    String group = market.publish(18, 1);
    try (var running = market.watch(plan())) {
      running.heard.awaitTold(group, 1);
    }
    try (var again = market.watch(plan())) {
      again.heard.awaitLine("Watching for from 10 cents; 1 task fits that you heard of before.");
      String other = market.publish(18, 1);
      again.heard.awaitTold(other, 1);
      assertEquals(0, again.heard.told(group));
    }
    market.forward(WatchPlan.REST);
    var later = market.watch(plan());
    later.heard.awaitTold(group, 1);
  }

  private static long count(List<String> lines, String words) {
    return lines.stream().filter(line -> line.contains(words)).count();
  }
}
