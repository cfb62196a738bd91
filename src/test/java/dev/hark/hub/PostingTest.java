package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.Requirement;
import dev.hark.task.Medium;
import dev.hark.wire.Json;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.TaskGroupJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class PostingTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private Caller worker;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    worker = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("HUB-50")
  void theSameKeyPostsOnce() {
    NewTaskGroupJson group = TestHub.group(3, true, null);
    String first = requester.post("/task-groups", "k", group).as(TaskGroupJson.class).id();
    String again = requester.post("/task-groups", "k", group).as(TaskGroupJson.class).id();
    assertEquals(first, again);
    assertEquals(1, worker.get("/task-groups").json().get("items").size());
    assertEquals(
        "invalid", requester.post("/task-groups", "k", TestHub.group(2, true, null)).refusal());
  }

  @Test
  @Requirement("HUB-57")
  void postingWithoutAKeyIsRefusedAndPostsNothing() {
    Caller.Answered refused = requester.postKeyless("/task-groups", TestHub.group(1, false, null));
    assertEquals(400, refused.status());
    assertEquals("invalid", refused.refusal());
    assertTrue(refused.json().get("detail").asText().contains("Idempotency-Key"), refused.text());
    assertEquals(0, requester.get("/posted").json().get("items").size());
  }

  @Test
  @Requirement({"HUB-50", "HUB-51"})
  void aWrongTaskKeepsTheWholeGroupBackAndTheMemberIsNamed() {
    reject("title", group -> group.put("title", " "));
    reject("title", group -> group.remove("title"));
    reject("kind", group -> group.put("kind", "DANCE"));
    reject("language", group -> group.put("language", "!"));
    reject("reward", group -> group.set("reward", money(0, "EUR")));
    reject("reward", group -> group.set("reward", money(5, "XXXX")));
    reject("reward", group -> group.set("reward", money(1_000_001, "EUR")));
    reject("allowedSeconds", group -> group.put("allowedSeconds", 0));
    reject("copies", group -> group.put("copies", 0));
    reject("autoApproveSeconds", group -> group.put("autoApproveSeconds", -1));
    reject("needs", group -> group.putArray("needs").add("TASTE"));
    reject("tasks", group -> group.putArray("tasks"));
    reject("prompt", group -> question(group).put("prompt", ""));
    reject("tasks", group -> question(group).put("type", "riddle"));
    reject(
        "gold", group -> ((ObjectNode) group.at("/tasks/2")).putObject("gold").put("option", "a"));
    reject(
        "media",
        group ->
            question(group)
                .putArray("media")
                .addObject()
                .put("id", "none")
                .put("type", "audio/wav"));
    assertTrue(worker.get("/task-groups").json().get("items").isEmpty());
  }

  private void reject(String member, Consumer<ObjectNode> spoil) {
    ObjectNode group = Json.MAPPER.valueToTree(TestHub.group(3, false, null));
    spoil.accept(group);
    JsonNode problem = requester.post("/task-groups", group).json();
    assertEquals("invalid", problem.path("code").asText(), () -> member + ": " + problem);
    assertTrue(problem.get("detail").asText().contains(member), () -> member + ": " + problem);
  }

  private static ObjectNode question(ObjectNode group) {
    return (ObjectNode) group.at("/tasks/2/question");
  }

  private static JsonNode money(long minor, String currency) {
    return Json.MAPPER.createObjectNode().put("minor", minor).put("currency", currency);
  }

  @Test
  @Requirement("HUB-52")
  void aRecordingComesBackByteByByteAndItsLengthIsMeasured() {
    byte[] wav = wav(2.5);
    MediumJson medium = requester.upload("/media", "audio/x-wav", wav).as(MediumJson.class);
    assertEquals("audio/wav", medium.type());
    assertEquals(2.5, medium.seconds());
    assertArrayEquals(wav, worker.get("/media/" + medium.id()).body());
    NewTaskGroupJson group =
        new NewTaskGroupJson(
            "Listen",
            "TRANSCRIBE",
            "en",
            new MoneyJson(10, "EUR"),
            60,
            List.of("HEARING"),
            List.of(),
            null,
            null,
            List.of(
                new NewTaskJson(
                    new QuestionJson(
                        "transcription",
                        "Write.",
                        List.of(new MediumJson(medium.id(), "audio/wav", 99.0, "a voice")),
                        null,
                        null),
                    null)));
    String id = hub.publish(requester, group);
    assertEquals(2.5, worker.get("/task-groups/" + id).as(TaskGroupJson.class).audioSeconds());
    MediumJson asked = hub.accept(worker, id, "a").question().media().getFirst();
    assertEquals(new MediumJson(medium.id(), "audio/wav", 2.5, "a voice"), asked);
  }

  @Test
  @Requirement("HUB-52")
  void filesThatTheHubDoesNotCarryAreRefused() {
    assertEquals("invalid", requester.upload("/media", "text/html", new byte[] {1}).refusal());
    assertEquals("invalid", requester.upload("/media", "audio/wav", new byte[0]).refusal());
    assertEquals(
        "too-large",
        requester.upload("/media", "image/png", new byte[25 * 1024 * 1024 + 1]).refusal());
    assertEquals(
        "invalid", requester.upload("/media?seconds=-1", "audio/ogg", new byte[] {1}).refusal());
  }

  @Test
  @Requirement("HUB-52")
  void aFileThatChangedOnTheDiskIsNotGivenOut() throws IOException {
    byte[] bytes = new byte[100];
    new Random(1).nextBytes(bytes);
    String id = requester.upload("/media", "audio/ogg", bytes).as(MediumJson.class).id();
    Path kept;
    try (Stream<Path> files = Files.walk(data.resolve("media"))) {
      kept = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.writeString(kept, "somebody else's words");
    assertEquals("hub-failed", worker.get("/media/" + id).refusal());
  }

  @Test
  @Requirement("HUB-53")
  void anAnnouncedMediumIsMadeOnceWhenItIsFirstAskedFor() {
    hub.hub
        .services()
        .media()
        .announce(
            requester.id(),
            List.of(
                new Medium(CountingMaker.ID, "audio/ogg", Optional.empty(), ""),
                new Medium("nobody-makes-this", "audio/ogg", Optional.empty(), "")));
    int before = CountingMaker.MADE.get();
    assertEquals(CountingMaker.ID, worker.get("/media/" + CountingMaker.ID).text());
    assertEquals(CountingMaker.ID, worker.get("/media/" + CountingMaker.ID).text());
    assertEquals(before + 1, CountingMaker.MADE.get());
    assertEquals("not-found", worker.get("/media/nobody-makes-this").refusal());
  }

  private static byte[] wav(double seconds) {
    int sound = (int) (seconds * 32_000);
    return ByteBuffer.allocate(44 + sound)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36 + sound)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(16_000)
        .putInt(32_000)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(sound)
        .array();
  }
}
