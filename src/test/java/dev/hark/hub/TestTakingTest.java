package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AttemptJson;
import dev.hark.wire.GrantJson;
import dev.hark.wire.NewQualificationJson;
import dev.hark.wire.NewQualificationJson.StepJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.TestAttemptJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class TestTakingTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller owner;
  private String kind = "";

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    owner = hub.requester();
    kind = Qualifying.create(owner, Qualifying.kind("TEST", Qualifying.DAY));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("QUAL-20")
  void aTestIsScoredAtOnce() {
    AttemptJson attempt = Qualifying.start(worker, kind, "a");
    assertEquals("OPEN", attempt.state());
    assertEquals(attempt.started().plusSeconds(600), attempt.deadline());
    assertEquals("TESTING", mine().state());
    AttemptJson done = handIn(attempt, Qualifying.ALL_RIGHT);
    assertEquals("PASSED", done.state());
    assertEquals(3L, done.points());
    assertEquals(3L, done.value());
    assertEquals("GRANTED", mine().state());
    assertEquals(3L, mine().value());
  }

  @Test
  @Requirement({"QUAL-20", "QUAL-13"})
  void whoFailsHearsSoAndMayTryAgainLater() {
    AttemptJson failed = handIn(Qualifying.start(worker, kind, "a"), Qualifying.HALF);
    assertEquals("FAILED", failed.state());
    assertEquals(1L, failed.points());
    assertNull(failed.value());
    assertEquals(hub.clock.instant().plus(Duration.ofDays(1)), failed.again());
    assertNull(mine().value());
    Caller.Answered early = worker.postKey("/qualifications/" + kind + "/attempts", "b");
    assertEquals("too-early", early.refusal());
    hub.clock.forward(Duration.ofDays(1));
    assertEquals(
        "PASSED", handIn(Qualifying.start(worker, kind, "b"), Qualifying.ALL_RIGHT).state());
  }

  @Test
  @Requirement({"QUAL-25", "QUAL-14"})
  void theOwnerGoesThroughAllTriesTheNewestFirstAndNobodyElseDoes() {
    String path = "/qualifications/" + kind + "/attempts";
    assertEquals(List.of(), owner.items(path, TestAttemptJson.class));
    handIn(Qualifying.start(worker, kind, "a"), Qualifying.HALF);
    hub.clock.forward(Duration.ofDays(1));
    handIn(Qualifying.start(worker, kind, "b"), Qualifying.ALL_RIGHT);
    hub.clock.forward(Duration.ofMinutes(1));
    Caller slow = hub.worker();
    Qualifying.start(slow, kind, "a");
    List<TestAttemptJson> all = new ArrayList<>();
    String next = path + "?limit=1";
    for (int page = 0; page < 3; page++) {
      all.addAll(owner.items(next, TestAttemptJson.class));
      JsonNode cursor = owner.get(next).json().get("next");
      next = path + "?limit=1&cursor=" + (cursor == null ? "" : cursor.asText());
    }
    assertEquals(
        List.of("OPEN", "PASSED", "FAILED"), all.stream().map(TestAttemptJson::state).toList());
    TestAttemptJson passed = all.get(1);
    assertEquals(hub.shown(owner, worker), passed.worker());
    assertEquals(2, passed.number());
    assertEquals(3L, passed.points());
    assertEquals(3, passed.most());
    assertEquals(3L, passed.value());
    assertEquals(hub.clock.instant().minus(Duration.ofMinutes(1)), passed.submitted());
    assertEquals(1L, all.get(2).points());
    assertNull(all.get(2).value());
    assertEquals(hub.shown(owner, slow), all.getFirst().worker());
    assertNull(all.getFirst().points());
    hub.clock.forward(Duration.ofDays(1));
    assertEquals("EXPIRED", owner.items(path, TestAttemptJson.class).getFirst().state());
    assertEquals("not-found", hub.requester().get(path).refusal());
    assertEquals("forbidden", worker.get(path).refusal());
    assertEquals(worker.id(), hub.operator().items(path, TestAttemptJson.class).get(1).worker());
  }

  @Test
  @Requirement("QUAL-20")
  void stepsTurnPointsIntoValues() {
    NewQualificationJson inSteps =
        new NewQualificationJson(
            "Levels",
            "Three levels.",
            "TEST",
            null,
            null,
            null,
            0L,
            Qualifying.test(null, List.of(new StepJson(1, 10), new StepJson(3, 30))));
    String levels = Qualifying.create(owner, inSteps);
    assertNull(handIn(Qualifying.start(worker, levels, "a"), Qualifying.WRONG).value());
    assertEquals(10L, handIn(Qualifying.start(worker, levels, "b"), Qualifying.HALF).value());
    assertEquals(30L, handIn(Qualifying.start(worker, levels, "c"), Qualifying.ALL_RIGHT).value());
  }

  @Test
  @Requirement("QUAL-24")
  void aWorseResultTakesNothingAway() {
    handIn(Qualifying.start(worker, kind, "a"), Qualifying.ALL_RIGHT);
    hub.clock.forward(Duration.ofDays(1));
    AttemptJson worse = handIn(Qualifying.start(worker, kind, "b"), Qualifying.WRONG);
    assertEquals("FAILED", worse.state());
    assertEquals(3L, mine().value());
    hub.clock.forward(Duration.ofDays(1));
    AttemptJson less =
        handIn(
            Qualifying.start(worker, kind, "c"),
            Qualifying.answers(Qualifying.option("a"), TestHub.text("koe")));
    assertEquals(2L, less.value());
    assertEquals(3L, mine().value());
  }

  @Test
  @Requirement("QUAL-21")
  void handingInAgainGivesTheSameResult() {
    AttemptJson attempt = Qualifying.start(worker, kind, "a");
    AttemptJson first = handIn(attempt, Qualifying.HALF);
    hub.clock.forward(Duration.ofMinutes(30));
    assertEquals(first, handIn(attempt, Qualifying.HALF));
    assertEquals(
        "answer-conflict", Qualifying.handIn(worker, attempt, Qualifying.ALL_RIGHT).refusal());
    assertEquals(first, worker.get("/attempts/" + attempt.id()).as(AttemptJson.class));
    assertEquals(first, Qualifying.start(worker, kind, "a"));
    assertEquals("not-found", hub.worker().get("/attempts/" + attempt.id()).refusal());
  }

  @Test
  @Requirement("QUAL-21")
  void ofManyAtTheSameMomentOneIsScored() throws Exception {
    List<Callable<String>> starts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String key = "s" + i;
      starts.add(() -> Qualifying.start(worker, kind, key).id());
    }
    Set<String> started = all(starts);
    assertEquals(1, started.size());
    String id = started.iterator().next();
    List<Callable<String>> submits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      AnswerJson answer = i % 2 == 0 ? Qualifying.ALL_RIGHT : Qualifying.WRONG;
      submits.add(
          () -> {
            Caller.Answered answered = worker.post("/attempts/" + id + "/answer", "k", answer);
            return answered.status() == 200
                ? answered.as(AttemptJson.class).state()
                : answered.refusal();
          });
    }
    Set<String> results = all(submits);
    AttemptJson kept = worker.get("/attempts/" + id).as(AttemptJson.class);
    assertEquals(Set.of(kept.state(), "answer-conflict"), results);
    assertEquals(kept.value(), mine().value());
  }

  private static Set<String> all(List<Callable<String>> calls) throws Exception {
    Set<String> results = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<String> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
    }
    return results;
  }

  @Test
  @Requirement("QUAL-22")
  void theKeyStaysInTheHub() {
    Caller.ALL.clear();
    worker.get("/qualifications");
    worker.get("/qualifications/" + kind);
    AttemptJson attempt = Qualifying.start(worker, kind, "a");
    handIn(attempt, Qualifying.HALF);
    worker.get("/attempts/" + attempt.id());
    worker.get("/my/qualifications");
    Qualifying.handIn(worker, attempt, Qualifying.WRONG);
    assertEquals(7, Caller.ALL.size());
    for (Caller.Answered answered : Caller.ALL) {
      assertFalse(answered.text().contains("koe"), answered::text);
    }
  }

  @Test
  @Requirement("QUAL-23")
  void aTestGoesOnElsewhereWhileItsTimeRuns() {
    AttemptJson attempt = Qualifying.start(worker, kind, "here");
    hub.clock.forward(Duration.ofMinutes(9));
    AttemptJson elsewhere = Qualifying.start(worker, kind, "there");
    assertEquals(attempt, elsewhere);
    hub.clock.forward(Duration.ofMinutes(1).plusSeconds(15));
    assertEquals("PASSED", handIn(attempt, Qualifying.ALL_RIGHT).state());
  }

  @Test
  @Requirement("QUAL-23")
  void whenItsTimeIsOverItIsNotPassed() {
    AttemptJson attempt = Qualifying.start(worker, kind, "a");
    hub.clock.forward(Duration.ofMinutes(10).plusSeconds(16));
    Caller.Answered late = Qualifying.handIn(worker, attempt, Qualifying.ALL_RIGHT);
    assertEquals("lease-expired", late.refusal());
    assertEquals("EXPIRED", worker.get("/attempts/" + attempt.id()).json().get("state").asText());
    assertEquals("FAILED", mine().state());
    assertEquals(
        "too-early", worker.postKey("/qualifications/" + kind + "/attempts", "b").refusal());
    hub.clock.forward(Duration.ofDays(1));
    assertEquals("OPEN", Qualifying.start(worker, kind, "b").state());
  }

  @Test
  @Requirement({"QUAL-20", "QUAL-23"})
  void whatDoesNotFitIsRefusedAndCostsNothing() {
    AttemptJson attempt = Qualifying.start(worker, kind, "a");
    for (AnswerJson unfit :
        List.of(
            TestHub.text("one"),
            Qualifying.answers(Qualifying.option("a")),
            Qualifying.answers(Qualifying.option("z"), TestHub.text("koe")),
            Qualifying.answers(TestHub.text("a"), TestHub.text("koe")))) {
      assertEquals("answer-unfit", Qualifying.handIn(worker, attempt, unfit).refusal());
    }
    assertEquals("PASSED", handIn(attempt, Qualifying.ALL_RIGHT).state());
    String asked = Qualifying.create(owner, Qualifying.kind("REQUEST", null));
    assertEquals(
        "not-offered", worker.postKey("/qualifications/" + asked + "/attempts", "z").refusal());
    assertEquals(
        "invalid", worker.postKey("/qualifications/" + asked + "/attempts", "a").refusal());
  }

  @Test
  @Requirement("QUAL-12")
  void whatTheOwnerTookBackATestDoesNotGive() {
    handIn(Qualifying.start(worker, kind, "a"), Qualifying.ALL_RIGHT);
    hub.clock.forward(Duration.ofDays(1));
    AttemptJson open = Qualifying.start(worker, kind, "b");
    Qualifying.decide(hub, owner, kind, worker, "revoke", null, "Somebody else took it.")
        .as(GrantJson.class);
    handIn(open, Qualifying.ALL_RIGHT);
    assertNull(mine().value());
    assertEquals("REVOKED", mine().state());
    hub.clock.forward(Duration.ofDays(1));
    assertEquals(
        "not-offered", worker.postKey("/qualifications/" + kind + "/attempts", "c").refusal());
  }

  private AttemptJson handIn(AttemptJson attempt, AnswerJson answer) {
    return Qualifying.handIn(worker, attempt, answer).as(AttemptJson.class);
  }

  private GrantJson mine() {
    return Objects.requireNonNull(
        worker.get("/qualifications/" + kind).as(QualificationJson.class).mine());
  }
}
