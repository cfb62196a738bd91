package dev.hark.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.task.Assignment;
import dev.hark.watch.Between.Says;
import dev.hark.watch.CatchRules.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is caught of a real hub's market, over HTTP, and what the worker holds then. */
class CatchTest {
  private static final String ACCEPTS = "POST /api/v1/task-groups/";

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

  private static CatchRules rules(Mode mode, int queue, int perDay) {
    return new CatchRules(mode, queue, perDay, Optional.empty(), ZoneOffset.UTC);
  }

  private WatchPlan plan() {
    return market.plan(Optional.empty(), market.paying(10));
  }

  private WatchedMarket.Running catching(CatchRules rules) {
    return market.catching(plan(), rules, market.uri().toString());
  }

  private List<String> held() {
    try (HubMarketplace worker = market.worker()) {
      return worker.held().stream().map(Assignment::id).toList();
    }
  }

  private static List<String> caught(WatchedMarket.Running running) {
    return running.heard.all().stream()
        .filter(Told.Caught.class::isInstance)
        .map(told -> ((Told.Caught) told).assignment().id())
        .toList();
  }

  private static void awaitCaught(WatchedMarket.Running running, int count) {
    running.heard.await(count + " caught", _ -> caught(running).size() >= count);
  }

  @Test
  @Requirement("CAT-1")
  void theFirstMatchIsCaughtAndThenOnlyTold() {
    var running = catching(rules(Mode.FIRST, 5, 50));
    running.heard.awaitLine("nothing fits yet");
    market.publish(5, 1);
    market.publish(18, 1);
    awaitCaught(running, 1);
    String second = market.publish(18, 1);
    running.heard.awaitTold(second, 1);
    assertEquals(held(), caught(running));
    List<String> lines = running.heard.lines();
    assertEquals(
        "Caught: transcribe speech, Radio Archive, 18 cents. Due at 10:06; 1 of 5 held.",
        lines.get(2));
    assertEquals("That was the first: I catch no more, and go on telling.", lines.get(3));
  }

  @Test
  @Requirement({"CAT-1", "CAT-3"})
  void everyMatchIsCaughtUpToTheQueueAndTheDay() {
    var running = catching(rules(Mode.EVERY, 2, 3));
    running.heard.awaitLine("nothing fits yet");
    for (int i = 0; i < 4; i++) {
      market.publish(18 + i, 1);
    }
    running.heard.awaitLine("Your queue of 2 is full; hand in or return one.");
    assertEquals(2, held().size());
    assertEquals(held().stream().sorted().toList(), caught(running).stream().sorted().toList());
    try (HubMarketplace worker = market.worker()) {
      worker.giveBack(held().getFirst());
    }
    awaitCaught(running, 3);
    running.heard.awaitLine("3 tasks caught today: that is your limit for a day.");
    try (HubMarketplace worker = market.worker()) {
      held().forEach(worker::giveBack);
    }
    String last = market.publish(30, 1);
    running.heard.awaitTold(last, 1);
    market.forward(Duration.ofMinutes(2));
    assertEquals(3, caught(running).size());
    market.forward(Duration.ofHours(14));
    awaitCaught(running, 4);
    assertEquals(
        1, running.heard.lines().stream().filter(line -> line.contains("queue of 2")).count());
  }

  @Test
  @Requirement("CAT-2")
  void whatIsNoAssignmentIsNoCatch() {
    try (Between between = new Between(market.uri())) {
      var running = market.catching(plan(), rules(Mode.EVERY, 5, 50), between.address());
      running.heard.awaitLine("nothing fits yet");
      between.says(Says.LOGIN, ACCEPTS);
      String login = market.publish(18, 1);
      running.heard.awaitTold(login, 1);
      running.heard.awaitLine("I do not know yet whether this was caught: transcribe speech");
      for (Says nonsense :
          List.of(
              new Says(500, "text/html", "<h1>Oops</h1>", 0),
              new Says(302, "text/html", "", 0),
              new Says(200, "application/json", "{\"status\":\"ok\"}", 0))) {
        int asked = between.calls(ACCEPTS).size();
        between.says(nonsense, ACCEPTS);
        market.forward(Duration.ofMinutes(1));
        between.awaitCall(ACCEPTS, asked);
      }
      String problem =
          "{\"type\":\"about:blank\",\"title\":\"No\",\"status\":409,\"detail\":\"No.\","
              + "\"code\":\"no-task-left\"}";
      between.says(new Says(409, "application/problem+json", problem, 0), ACCEPTS);
      market.forward(Duration.ofMinutes(2));
      running.heard.awaitLine("Not caught: transcribe speech, Radio Archive, 18 cents. ");
      between.says(Says.LOGIN);
      assertEquals(List.of(), caught(running));
      assertEquals(List.of(), held());
      market.publish(19, 1);
      awaitCaught(running, 1);
      assertEquals(held(), caught(running));
    }
  }

  @Test
  @Requirement("CAT-2")
  void anAnswerThatTheMarketDoesNotShowIsNoCatch() {
    try (Between between = new Between(market.uri())) {
      var running = market.catching(plan(), rules(Mode.EVERY, 5, 50), between.address());
      running.heard.awaitLine("nothing fits yet");
      between.says(
          new Says(200, "application/json", "{\"items\":[]}", 0), "GET /api/v1/assignments");
      market.publish(18, 1);
      running.heard.awaitLine("Not caught: ");
      assertEquals(List.of(), caught(running));
    }
  }

  @Test
  @Requirement("WAT-10")
  void whomIBlockMeanwhileIsNeitherToldNorCaught() {
    var running = catching(rules(Mode.EVERY, 5, 50));
    running.heard.awaitLine("nothing fits yet");
    market.publish(18, 1);
    awaitCaught(running, 1);
    market.block();
    String blocked = market.publish(18, 1);
    String other = market.publishByOther(18, 1);
    running.heard.awaitTold(other, 1);
    awaitCaught(running, 2);
    assertEquals(0, running.heard.told(blocked));
    assertEquals(2, held().size());
  }

  @Test
  @Requirement("CAT-4")
  void outsideOfMyHoursNothingIsCaught() {
    Hours hours = Hours.parse("11:00-12:00", ZoneOffset.UTC);
    var running = catching(new CatchRules(Mode.EVERY, 5, 50, Optional.of(hours), ZoneOffset.UTC));
    running.heard.awaitLine("These are not your hours: nothing is caught until 11:00.");
    String early = market.publish(18, 1);
    running.heard.awaitTold(early, 1);
    assertEquals(List.of(), held());
    market.forward(Duration.ofHours(1));
    running.heard.awaitLine("Your hours have begun; I catch again.");
    awaitCaught(running, 1);
    market.forward(Duration.ofHours(1));
    running.heard.await(
        "said again",
        lines -> lines.stream().filter(line -> line.contains("not your hours")).count() == 2);
    String late = market.publish(18, 1);
    running.heard.awaitTold(late, 1);
    assertEquals(1, caught(running).size());
  }

  @Test
  @Requirement("CAT-5")
  void aHubThatAsksToGoSlowerIsObeyed() {
    try (Between between = new Between(market.uri())) {
      var running = market.catching(plan(), rules(Mode.EVERY, 5, 50), between.address());
      running.heard.awaitLine("nothing fits yet");
      between.says(Says.tooMany(3600), ACCEPTS);
      market.publish(18, 1);
      running.heard.awaitLine("The hub asks to go slower. I catch again at 10:15.");
      int asked = between.calls(ACCEPTS).size();
      between.says(Says.LOGIN);
      market.forward(Duration.ofMinutes(14));
      String other = market.publish(18, 1);
      running.heard.awaitTold(other, 1);
      assertEquals(asked, between.calls(ACCEPTS).size());
      market.forward(Duration.ofMinutes(1));
      awaitCaught(running, 2);
      assertEquals(2, held().size());
    }
  }

  @Test
  @Requirement("CAT-6")
  void aLostAnswerCatchesOneAndLosesNone() {
    try (Between between = new Between(market.uri())) {
      try (var running = market.catching(plan(), rules(Mode.EVERY, 1, 50), between.address())) {
        running.heard.awaitLine("nothing fits yet");
        between.loses(ACCEPTS);
        market.publish(18, 3);
        running.heard.awaitLine("I do not know yet whether this was caught");
        assertEquals(1, held().size());
      }
      between.loses("nothing");
      var again = market.catching(plan(), rules(Mode.EVERY, 1, 50), between.address());
      awaitCaught(again, 1);
      assertEquals(held(), caught(again));
      assertEquals(1, held().size());
    }
  }

  @Test
  @Requirement("CAT-2")
  void aWorkerWhoIsNotLetInIsTold() {
    try (Between between = new Between(market.uri())) {
      var running = market.catching(plan(), rules(Mode.EVERY, 5, 50), between.address());
      running.heard.awaitLine("nothing fits yet");
      String problem =
          "{\"type\":\"about:blank\",\"title\":\"No\",\"status\":401,\"detail\":\"No.\","
              + "\"code\":\"unauthenticated\"}";
      between.says(new Says(401, "application/problem+json", problem, 0), ACCEPTS);
      market.publish(18, 1);
      running.heard.awaitLine("Not caught: ");
      Fault.Refused end = assertInstanceOf(Fault.Refused.class, running.end().orElseThrow());
      assertEquals(Refusal.UNAUTHENTICATED, end.refusal());
      assertEquals(List.of(), caught(running));
    }
  }
}
