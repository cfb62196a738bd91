package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.GrantJson;
import dev.hark.wire.NewQualificationJson;
import dev.hark.wire.NewQualificationJson.KeyedAnswerJson;
import dev.hark.wire.NewQualificationJson.NewTestJson;
import dev.hark.wire.NewQualificationJson.StepJson;
import dev.hark.wire.NewQualificationJson.TestQuestionJson;
import dev.hark.wire.QualificationJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class QualificationTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller owner;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    owner = hub.requester();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("QUAL-1")
  void aQualificationIsSetUpOnceForOneKey() {
    NewQualificationJson kind = Qualifying.kind("TEST", 60L);
    QualificationJson made = owner.post("/qualifications", "k", kind).as(QualificationJson.class);
    assertEquals("Dutch by ear", made.name());
    assertEquals(0, made.least());
    assertEquals(100, made.most());
    assertEquals(60L, made.retryAfterSeconds());
    assertEquals(new QualificationJson.TestJson(2, 600, 3, 2L), made.test());
    assertEquals(false, made.shared());
    assertEquals(
        made.id(), owner.post("/qualifications", "k", kind).as(QualificationJson.class).id());
    assertEquals(
        "invalid", owner.post("/qualifications", "k", Qualifying.kind("OWNER", null)).refusal());
    assertEquals("forbidden", worker.post("/qualifications", kind).refusal());
  }

  @Test
  @Requirement("QUAL-4")
  void everybodyIsListedWhatIsTheirs() {
    String own = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    String shared = Qualifying.create(hub.operator(), Qualifying.kind("OWNER", null));
    String others = Qualifying.create(hub.requester(), Qualifying.kind("OWNER", null));
    assertEquals(List.of(own, shared, others).stream().sorted().toList(), sorted(worker));
    assertEquals(List.of(own, shared).stream().sorted().toList(), sorted(owner));
    owner.post("/qualifications/" + own + "/retire").as(QualificationJson.class);
    assertEquals(List.of(shared, others).stream().sorted().toList(), sorted(worker));
    assertEquals(List.of(own, shared).stream().sorted().toList(), sorted(owner));
    for (int i = 0; i < 5; i++) {
      hub.clock.forward(Duration.ofSeconds(1));
      Qualifying.create(owner, Qualifying.kind("OWNER", null));
    }
    List<String> whole = listed(worker, 100);
    assertEquals(7, whole.size());
    assertEquals(whole, listed(worker, 3));
  }

  private List<String> sorted(Caller caller) {
    return listed(caller, 100).stream().sorted().toList();
  }

  private static List<String> listed(Caller caller, int limit) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = caller.get("/qualifications?limit=" + limit + cursor).json();
      page.get("items").forEach(item -> ids.add(item.get("id").asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  @Test
  @Requirement("QUAL-10")
  void anAutomaticOneIsHadByAsking() {
    String kind = Qualifying.create(owner, Qualifying.kind("AUTOMATIC", null));
    GrantJson mine = ask(kind, "");
    assertEquals("GRANTED", mine.state());
    assertEquals(60L, mine.value());
    assertEquals(mine, ask(kind, "again"));
  }

  @Test
  @Requirement({"QUAL-11", "QUAL-15"})
  void aRequestIsGrantedOrDeniedInWords() {
    String kind = Qualifying.create(owner, Qualifying.kind("REQUEST", null));
    assertEquals("PENDING", ask(kind, "I grew up in Groningen.").state());
    assertEquals("PENDING", ask(kind, "Please?").state());
    JsonNode waiting = owner.get("/qualification-requests").json().get("items");
    assertEquals(1, waiting.size());
    assertEquals(hub.shown(owner, worker), waiting.get(0).get("worker").asText());
    assertEquals("I grew up in Groningen.", waiting.get(0).get("words").asText());
    assertEquals("invalid", decide(owner, kind, "deny", null, " ").refusal());
    assertEquals("invalid", decide(owner, kind, "grant", null, "").refusal());
    assertEquals("invalid", decide(owner, kind, "grant", 101L, "").refusal());
    decide(owner, kind, "grant", 80L, "Welcome.").as(GrantJson.class);
    assertTrue(owner.get("/qualification-requests").json().get("items").isEmpty());
    GrantJson mine = mine(kind);
    assertEquals("GRANTED", mine.state());
    assertEquals(80L, mine.value());
    assertEquals("Welcome.", mine.reason());
    assertEquals("already-decided", decide(owner, kind, "deny", null, "No.").refusal());
    assertEquals(1, worker.get("/my/qualifications").json().get("items").size());
  }

  @Test
  @Requirement({"QUAL-12", "QUAL-15"})
  void anOwnerGrantsUnaskedAndTakesBackWithAReason() {
    String kind = Qualifying.create(owner, Qualifying.kind("AUTOMATIC", 0L));
    Qualifying.grant(hub, owner, kind, worker, 10L);
    Qualifying.grant(hub, owner, kind, worker, 20L);
    assertEquals(20L, mine(kind).value());
    assertEquals("invalid", decide(owner, kind, "revoke", null, null).refusal());
    GrantJson revoked = decide(owner, kind, "revoke", null, "Copied.").as(GrantJson.class);
    assertEquals(revoked, decide(owner, kind, "revoke", null, "Other.").as(GrantJson.class));
    assertNull(mine(kind).value());
    assertEquals("Copied.", mine(kind).reason());
    assertEquals(
        "not-offered", worker.post("/qualifications/" + kind + "/requests", Map.of()).refusal());
    Qualifying.grant(hub, owner, kind, worker, null);
    assertEquals(60L, mine(kind).value());
    assertEquals("not-found", decide(hub.worker(), owner, kind, "revoke").refusal());
  }

  @Test
  @Requirement("QUAL-13")
  void afterADenialTheStatedTimeHasToPass() {
    String kind = Qualifying.create(owner, Qualifying.kind("REQUEST", Qualifying.DAY));
    ask(kind, "");
    decide(owner, kind, "deny", null, "Too few samples.").as(GrantJson.class);
    GrantJson denied = mine(kind);
    assertEquals("DENIED", denied.state());
    assertEquals("Too few samples.", denied.reason());
    assertEquals(denied.changed().plus(Duration.ofDays(1)), denied.again());
    Caller.Answered early = worker.post("/qualifications/" + kind + "/requests", Map.of());
    assertEquals("too-early", early.refusal());
    assertEquals(
        Objects.requireNonNull(denied.again()).toString(), early.json().get("at").asText());
    hub.clock.forward(Duration.ofDays(1).minusMillis(1));
    assertEquals(
        "too-early", worker.post("/qualifications/" + kind + "/requests", Map.of()).refusal());
    hub.clock.forward(Duration.ofMillis(1));
    assertEquals("PENDING", ask(kind, "Now I have more.").state());

    String once = Qualifying.create(owner, Qualifying.kind("REQUEST", null));
    ask(once, "");
    decide(owner, once, "deny", null, "No.").as(GrantJson.class);
    assertNull(mine(once).again());
    hub.clock.forward(Duration.ofDays(4000));
    assertEquals(
        "not-offered", worker.post("/qualifications/" + once + "/requests", Map.of()).refusal());
  }

  @Test
  @Requirement("QUAL-14")
  void onlyTheOwnerAndTheOperatorDecide() {
    String kind = Qualifying.create(owner, Qualifying.kind("REQUEST", null));
    ask(kind, "Private words.");
    Caller other = hub.requester();
    assertTrue(other.get("/qualification-requests").json().get("items").isEmpty());
    assertEquals("not-found", other.get("/qualifications/" + kind + "/workers").refusal());
    assertEquals("not-found", decide(other, kind, "grant", 1L, "").refusal());
    assertEquals("not-found", decide(other, kind, "deny", null, "No.").refusal());
    assertEquals("not-found", other.post("/qualifications/" + kind + "/retire").refusal());
    assertEquals("forbidden", decide(worker, kind, "grant", 100L, "").refusal());
    assertEquals(
        "not-found",
        owner
            .post("/qualifications/" + kind + "/workers/nobody/grant", Map.of("value", 1))
            .refusal());
    assertEquals(
        "not-found",
        owner
            .post(
                "/qualifications/" + kind + "/workers/" + other.id() + "/grant", Map.of("value", 1))
            .refusal(),
        "a requester is no worker");
    decide(hub.operator(), kind, "grant", 1L, "").as(GrantJson.class);
    JsonNode holders = owner.get("/qualifications/" + kind + "/workers").json().get("items");
    assertEquals(hub.shown(owner, worker), holders.get(0).get("worker").asText());
  }

  @Test
  @Requirement("QUAL-3")
  void aRetiredOneIsKeptAndNotHad() {
    String kind = Qualifying.create(owner, Qualifying.kind("AUTOMATIC", 0L));
    ask(kind, "");
    owner.post("/qualifications/" + kind + "/retire").as(QualificationJson.class);
    assertEquals(60L, mine(kind).value());
    Caller late = hub.worker();
    assertEquals(
        "not-offered", late.post("/qualifications/" + kind + "/requests", Map.of()).refusal());
    assertEquals("invalid", Qualifying.decide(hub, owner, kind, late, "grant", 60L, "").refusal());
    owner.post("/qualifications/" + kind + "/restore").as(QualificationJson.class);
    assertEquals(200, late.post("/qualifications/" + kind + "/requests", Map.of()).status());
  }

  @Test
  @Requirement("QUAL-2")
  void whatMakesNoSenseIsRefusedWithTheMember() {
    refused("name", of("", "OWNER", 0L, 1L, null, null, null));
    refused("name", of("x".repeat(101), "OWNER", 0L, 1L, null, null, null));
    refused("way", of("x", "MAGIC", 0L, 1L, null, null, null));
    refused("least", of("x", "OWNER", 2L, 1L, null, null, null));
    refused("least", of("x", "OWNER", Long.MIN_VALUE, Long.MAX_VALUE, null, null, null));
    refused("automaticValue", of("x", "OWNER", 0L, 1L, 1L, null, null));
    refused("automaticValue", of("x", "AUTOMATIC", 0L, 1L, null, null, null));
    refused("automaticValue", of("x", "AUTOMATIC", 0L, 1L, 2L, null, null));
    refused("retryAfterSeconds", of("x", "OWNER", 0L, 1L, null, -1L, null));
    refused("retryAfterSeconds", of("x", "OWNER", 0L, 1L, null, Long.MAX_VALUE, null));
    refused("test", of("x", "TEST", 0L, 1L, null, null, null));
    refused("test", of("x", "OWNER", 0L, 9L, null, null, Qualifying.test(1L, null)));
  }

  @Test
  @Requirement("QUAL-2")
  void aTestWithABrokenKeyIsRefused() {
    refused("passMark", test(Qualifying.test(4L, null)));
    refused("passMark", test(Qualifying.test(0L, null)));
    refused("passMark or steps", test(Qualifying.test(null, null)));
    refused("passMark or steps", test(Qualifying.test(1L, List.of(new StepJson(1, 1)))));
    refused("steps", test(Qualifying.test(null, List.of(new StepJson(4, 1)))));
    refused("steps", test(Qualifying.test(null, List.of(new StepJson(2, 1), new StepJson(1, 2)))));
    refused("least and most", test(Qualifying.test(null, List.of(new StepJson(1, 1000)))));
    KeyedAnswerJson right = new KeyedAnswerJson(Qualifying.option("a"), 1);
    refused("fit the question", keyed(List.of(new KeyedAnswerJson(Qualifying.option("z"), 1))));
    refused("fit the question", keyed(List.of(new KeyedAnswerJson(TestHub.text("a"), 1))));
    refused("1 to 20", keyed(List.of()));
    refused("points", keyed(List.of(new KeyedAnswerJson(Qualifying.option("a"), 0))));
    refused("points", keyed(List.of(new KeyedAnswerJson(Qualifying.option("a"), -5))));
    refused("differ", keyed(List.of(right, right)));
    refused("whole", keyed(List.of(new KeyedAnswerJson(new AnswerJson(null, null, null), 1))));
    NewTestJson whole = Qualifying.test(1L, null);
    refused("seconds", test(new NewTestJson("x", null, 1, 1L, null, whole.questions())));
    refused("questions", test(new NewTestJson("x", null, 60, 1L, null, List.of())));
    TestQuestionJson one = whole.questions().getFirst();
    List<TestQuestionJson> many = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      many.add(one);
    }
    refused("questions", test(new NewTestJson("x", null, 60, 1L, null, many)));
    assertTrue(owner.get("/qualifications").json().get("items").isEmpty());
  }

  private void refused(String member, NewQualificationJson kind) {
    Caller.Answered answered = owner.post("/qualifications", kind);
    assertEquals("invalid", answered.refusal(), answered::text);
    assertTrue(answered.json().get("detail").asText().contains(member), answered::text);
  }

  private static NewQualificationJson of(
      String name,
      String way,
      Long least,
      Long most,
      @Nullable Long automatic,
      @Nullable Long retry,
      @Nullable NewTestJson test) {
    return new NewQualificationJson(name, "About it.", way, least, most, automatic, retry, test);
  }

  private static NewQualificationJson test(NewTestJson test) {
    return of("x", "TEST", 0L, 100L, null, null, test);
  }

  private static NewQualificationJson keyed(List<KeyedAnswerJson> answers) {
    TestQuestionJson first = Qualifying.test(1L, null).questions().getFirst();
    assertNotEquals(answers, first.answers());
    return test(
        new NewTestJson(
            "x", null, 60, 1L, null, List.of(new TestQuestionJson(first.question(), answers))));
  }

  private GrantJson ask(String kind, String words) {
    return Objects.requireNonNull(
        worker
            .post("/qualifications/" + kind + "/requests", Map.of("words", words))
            .as(QualificationJson.class)
            .mine());
  }

  private GrantJson mine(String kind) {
    return Objects.requireNonNull(
        worker.get("/qualifications/" + kind).as(QualificationJson.class).mine());
  }

  private Caller.Answered decide(
      Caller by, String kind, String what, @Nullable Long value, @Nullable String reason) {
    return Qualifying.decide(hub, by, kind, worker, what, value, reason);
  }

  private Caller.Answered decide(Caller of, Caller by, String kind, String what) {
    return Qualifying.decide(hub, by, kind, of, what, null, "Because.");
  }
}
