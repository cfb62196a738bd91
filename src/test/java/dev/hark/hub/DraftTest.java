package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.Caller.Answered;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.DraftJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class DraftTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller requester;
  private String group;
  private String id;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    requester = hub.requester();
    group = hub.publish(requester, TestHub.group(1, false, null));
    id = hub.accept(worker, group, "a").id();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("TASK-30")
  void aDraftComesBackWithItsTaskAndInTheListOfDrafts() {
    assertEquals("not-found", worker.get("/assignments/" + id + "/draft").refusal());
    save(1, "The old light").as(DraftJson.class);
    assertEquals("The old light", content("/assignments/" + id + "/draft"));
    AssignmentJson held = worker.get("/assignments/" + id).as(AssignmentJson.class);
    assertEquals("The old light", Objects.requireNonNull(held.draft()).content());
    assertEquals(id, worker.get("/drafts").json().at("/items/0/assignmentId").asText());
    assertEquals(
        "Transcribe 8 seconds of speech",
        worker.get("/drafts").json().at("/items/0/title").asText());

    hub.submit(worker, id, "The old lighthouse");
    assertTrue(worker.get("/drafts").json().get("items").isEmpty());
    assertEquals("answer-conflict", save(9, "late").refusal());
  }

  @Test
  @Requirement("TASK-31")
  void anOlderSaveNeverReplacesANewerOne() {
    save(5, "newer").as(DraftJson.class);
    Answered older = save(4, "older");
    assertEquals("draft-older", older.refusal());
    assertEquals("5", older.json().get("args").get(0).asText());
    assertEquals("draft-older", save(5, "another").refusal());
    assertEquals("newer", save(5, "newer").as(DraftJson.class).content());
    assertEquals("newer", content("/assignments/" + id + "/draft"));
    assertEquals("newest", save(6, "newest").as(DraftJson.class).content());
  }

  @Test
  @Requirement("TASK-32")
  void aDraftIsThereWhenTheWorkerGetsTheTaskBackAndForNobodyElse() {
    save(1, "mine").as(DraftJson.class);
    hub.clock.forward(Duration.ofHours(1));
    Caller other = hub.worker();
    AssignmentJson others = hub.accept(other, group, "b");
    assertNull(others.draft());
    assertEquals("not-found", other.get("/assignments/" + id + "/draft").refusal());
    assertEquals("not-found", other.put("/assignments/" + id + "/draft", draft(2, "x")).refusal());
    other.post("/assignments/" + others.id() + "/return");
    AssignmentJson again = hub.accept(worker, group, "c");
    assertEquals("mine", Objects.requireNonNull(again.draft()).content());
    assertEquals("forbidden", requester.get("/drafts").refusal());
  }

  @Test
  @Requirement("TASK-31")
  void aDraftHasLimits() {
    assertEquals("invalid", save(0, "x").refusal());
    assertEquals(
        "invalid", worker.put("/assignments/" + id + "/draft", Map.of("version", 1)).refusal());
    assertEquals(200, save(1, "x".repeat(400_000)).status());
    assertEquals("too-large", save(2, "x".repeat(400_001)).refusal());
    worker.post("/assignments/" + id + "/return");
    assertEquals("returned", save(3, "x").refusal());
  }

  private Answered save(long version, String content) {
    return worker.put("/assignments/" + id + "/draft", draft(version, content));
  }

  private static Map<String, Object> draft(long version, String content) {
    return Map.of("version", version, "content", content);
  }

  private String content(String path) {
    return worker.get(path).json().get("content").asText();
  }
}
