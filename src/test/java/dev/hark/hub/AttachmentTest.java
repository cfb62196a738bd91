package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.Caller.Answered;
import dev.hark.hub.store.Sha256;
import dev.hark.wire.AttachmentJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AttachmentTest {
  private static final int PART = 64 * 1024;

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller requester;
  private String id;
  private byte[] recording;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    requester = hub.requester();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    id = hub.accept(worker, group, "a").id();
    recording = new byte[PART * 2 + 100];
    new Random(7).nextBytes(recording);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"TASK-40", "TASK-41"})
  void aRecordingComesInPartsAndTheRequesterFetchesItWhole() throws IOException {
    String upload = begin(recording.length);
    assertEquals(PART, part(upload, 0, PART).as(AttachmentJson.class).received());
    assertEquals(PART, part(upload, 0, PART).as(AttachmentJson.class).received(), "once more");
    Answered gap = part(upload, 2 * PART, recording.length);
    assertEquals("upload-offset", gap.refusal());
    assertEquals("" + PART, gap.json().get("args").get(0).asText());
    assertEquals("upload-offset", finish(upload, Sha256.of(recording)).refusal());
    assertEquals(PART, worker.get(upload).as(AttachmentJson.class).received(), "to go on from");
    part(upload, PART, 2 * PART).as(AttachmentJson.class);
    part(upload, 2 * PART, recording.length).as(AttachmentJson.class);
    for (int i = 0; i < 2; i++) {
      AttachmentJson done = finish(upload, Sha256.of(recording)).as(AttachmentJson.class);
      assertEquals(Sha256.of(recording), done.sha256());
    }

    String answer = "/submissions/" + id + "/attachments";
    assertEquals("not-found", requester.get(answer).refusal(), "not handed in yet");
    hub.submit(worker, id, "words");
    String attachment = requester.get(answer).json().at("/items/0/id").asText();
    Answered fetched = requester.get(answer + "/" + attachment);
    assertArrayEquals(recording, fetched.body());
    assertEquals("audio/wav", fetched.type());
    for (Caller other : List.of(hub.requester(), hub.worker(), worker, hub.anybody())) {
      assertTrue(
          List.of("not-found", "forbidden", "unauthenticated")
              .contains(other.get(answer + "/" + attachment).refusal()));
    }
    assertEquals("not-found", hub.worker().get(upload).refusal());
    try (Stream<Path> files = Files.walk(data)) {
      assertEquals(
          1,
          files.filter(file -> file.getFileName().toString().equals(Sha256.of(recording))).count());
    }
    assertEquals("answer-conflict", room("audio/wav", 1).refusal());
  }

  @Test
  @Requirement("TASK-41")
  void aPartOrAWholeThatIsNotWhatWasSentIsRefused() throws IOException {
    String upload = begin(PART);
    assertEquals(
        "upload-checksum",
        worker
            .patch(upload + "?offset=0&sha256=" + "0".repeat(64), Arrays.copyOf(recording, PART))
            .refusal());
    part(upload, 0, PART).as(AttachmentJson.class);
    assertEquals("upload-checksum", finish(upload, "0".repeat(64)).refusal());
    assertEquals("upload-checksum", finish(upload(upload), "../../etc/passwd").refusal());
    assertEquals(0, worker.get(upload).as(AttachmentJson.class).received(), "from the beginning");
    part(upload, 0, PART).as(AttachmentJson.class);
    String sha256 = Sha256.of(Arrays.copyOf(recording, PART));
    finish(upload, sha256).as(AttachmentJson.class);
    hub.submit(worker, id, "words");

    Path kept;
    try (Stream<Path> files = Files.walk(data)) {
      kept = files.filter(file -> file.endsWith(sha256)).findFirst().orElseThrow();
    }
    Files.writeString(kept, "somebody else's voice");
    String attachment = upload.substring(upload.lastIndexOf('/') + 1);
    assertEquals(
        "hub-failed", requester.get("/submissions/" + id + "/attachments/" + attachment).refusal());
  }

  private String upload(String upload) {
    part(upload, 0, PART).as(AttachmentJson.class);
    return upload;
  }

  @Test
  @Requirement("TASK-42")
  void sizesTypesAndNumbersHaveLimits() {
    assertEquals("invalid", room("text/html", 10).refusal());
    assertEquals("invalid", room("audio/wav", 0).refusal());
    assertEquals("invalid", room("audio/wav", -1).refusal());
    assertEquals("too-large", room("audio/wav", 50L * 1024 * 1024 + 1).refusal());
    assertEquals(201, room("audio/wav", 50L * 1024 * 1024).status());
    String upload = begin(PART + 1);
    assertEquals("invalid", part(upload, 0, PART - 1).refusal(), "a small part that is not last");
    assertEquals("too-large", part(upload, 0, PART + 2).refusal(), "more than was announced");
    assertEquals("invalid", worker.patch(upload + "?sha256=x", new byte[1]).refusal());
    assertEquals("invalid", worker.patch(upload + "?offset=-1&sha256=x", new byte[1]).refusal());
    assertEquals(
        "too-large",
        worker.patch(upload + "?offset=0&sha256=x", new byte[4 * 1024 * 1024 + 1]).refusal());
    for (int i = 2; i < 10; i++) {
      assertEquals(201, room("audio/ogg", 10).status());
    }
    assertEquals("invalid", room("audio/ogg", 10).refusal());
    for (String trick : new String[] {"..%2F..%2Fhub.db", "%00", "x%27%20or%201=1"}) {
      assertTrue(worker.get("/attachments/" + trick).status() >= 400);
      assertFalse(worker.get("/attachments/" + trick).text().contains("SQL"));
    }
  }

  @Test
  @Requirement("TASK-42")
  void anUploadThatIsNotFinishedWithinADayIsGone() throws IOException {
    hub.hub.services();
    String upload = begin(recording.length);
    part(upload, 0, PART).as(AttachmentJson.class);
    hub.clock.forward(Duration.ofHours(24));
    assertEquals("upload-expired", part(upload, PART, 2 * PART).refusal());
    String group = hub.publish(requester, TestHub.group(1, false, null));
    Caller other = hub.worker();
    String later = hub.accept(other, group, "b").id();
    other.post("/assignments/" + later + "/attachments", Map.of("type", "audio/wav", "bytes", 5));
    assertEquals("not-found", worker.get(upload).refusal());
    try (Stream<Path> files = Files.walk(data)) {
      assertTrue(files.noneMatch(file -> file.toString().contains("uploads/")), "its parts too");
    }
  }

  private Answered room(String type, long bytes) {
    return worker.post("/assignments/" + id + "/attachments", Map.of("type", type, "bytes", bytes));
  }

  private String begin(long bytes) {
    return "/attachments/" + room("audio/wav", bytes).as(AttachmentJson.class).id();
  }

  private Answered part(String upload, int from, int to) {
    byte[] bytes = Arrays.copyOfRange(recording, from, to);
    return worker.patch(upload + "?offset=" + from + "&sha256=" + Sha256.of(bytes), bytes);
  }

  private Answered finish(String upload, String sha256) {
    return worker.post(upload + "/finish", Map.of("sha256", sha256));
  }
}
