package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Refusal;
import dev.hark.hub.Caller.Answered;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
@Requirement("HUB-60")
class InterfaceTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Described described;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    described = new Described(hub.anybody().get("/openapi.json").json());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void theDocumentNamesEveryOperationAndNoOther() {
    assertEquals(new TreeSet<>(hub.hub.operations()), described.operations());
  }

  @Test
  @Requirement("API-1")
  void everyOperationHasASummaryItsParametersAndExamplesThatFit() {
    assertEquals(List.of(), described.faultyExamples());
    String table =
        hub.anybody()
            .get("/openapi.json")
            .json()
            .at("/components/responses/Problem/description")
            .asText();
    for (Refusal refusal : Refusal.values()) {
      assertTrue(
          table.contains("| " + refusal.code() + " | " + refusal.status() + " | "), refusal::code);
    }
  }

  @Test
  void everyAnswerIsAsTheDocumentSays() {
    Caller.ALL.clear();
    Tour.ALL.forEach(tour -> tour.go(hub));
    Set<String> succeeded = new TreeSet<>();
    Set<String> refused = new TreeSet<>();
    for (Answered answered : Caller.ALL) {
      assertEquals(List.of(), described.faults(answered));
      (answered.status() < 400 ? succeeded : refused).add(described.operation(answered));
    }
    assertEquals(described.operations(), succeeded, "operations that were never seen to succeed");
    Set<String> neverRefused = new TreeSet<>(described.operations());
    neverRefused.removeAll(refused);
    assertEquals(Set.of("GET /health", "GET /health/ready", "GET /openapi.json"), neverRefused);
  }

  @Test
  void theDocumentIsHeldAgainstAnswersInEarnest() {
    Answered wrong =
        new Answered(
            "GET",
            "/health",
            200,
            "application/json",
            "{\"status\":\"ill\",\"market\":1,\"more\":true}".getBytes(StandardCharsets.UTF_8));
    List<String> faults = described.faults(wrong);
    assertEquals(5, faults.size(), faults::toString);
    assertFalse(
        described
            .faults(
                new Answered(
                    "GET", "/health", 200, "text/html", "x".getBytes(StandardCharsets.UTF_8)))
            .isEmpty());
  }

  @Test
  @Requirement("HUB-61")
  void nonsenseIsAnsweredWithOneSentence() {
    Caller worker = hub.worker();
    Caller requester = hub.requester();
    List<Answered> answers =
        List.of(
            worker.get("/task-groups?limit=many"),
            worker.get("/task-groups?cursor=%00%00"),
            worker.get("/task-groups?cursor=bm9uc2Vuc2U"),
            worker.get("/task-groups?kind=DANCE"),
            worker.get("/nothing/here"),
            worker.postKey("/task-groups/x/assignments", "x".repeat(201)),
            worker.post("/task-groups/x/assignments"),
            hub.anybody().post("/accounts", "{\"role\":"),
            hub.anybody().post("/accounts", "[1,2]"),
            hub.anybody().post("/accounts", "{\"role\":{\"a\":1}}"),
            hub.anybody().post("/accounts", "{\"role\":\"OPERATOR\"}"),
            hub.anybody().post("/accounts", "[".repeat(100_000)),
            requester.post("/task-groups", "{\"tasks\":[null],\"allowedSeconds\":\"soon\"}"),
            requester.post("/task-groups", "{\"tasks\":[null]}"));
    for (Answered answer : answers) {
      String code = answer.refusal();
      assertTrue(
          Set.of("invalid", "not-found").contains(code), () -> answer.path() + " " + answer.text());
      String detail = answer.json().get("detail").asText();
      assertTrue(detail.endsWith(".") && detail.length() < 300, detail);
      assertFalse(
          answer.text().matches("(?s).*(Exception|\\bat [a-z]+\\.|jackson).*"), answer.text());
    }
  }

  @Test
  @Requirement("HUB-61")
  void aBodyThatIsTooLargeIsRefused() {
    assertEquals("too-large", hub.anybody().post("/accounts", "x".repeat((1 << 20) + 1)).refusal());
  }
}
