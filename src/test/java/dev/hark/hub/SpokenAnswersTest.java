package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.TranscriptJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Answers that a recogniser wrote, with how sure it was of each word. */
@OnEachDatabase
class SpokenAnswersTest {
  private static final List<Double> SURE = List.of(0.9, 0.9, 0.9, 0.9);
  private static final List<Double> UNSURE = List.of(0.9, 0.9, 0.3, 0.9);

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), hub.hub.services().ledgerCheck().check().faults());
    hub.close();
  }

  private Caller.Answered answer(
      Caller worker, String assignment, String text, List<Double> confidences) {
    return worker.post(
        "/assignments/" + assignment + "/answer",
        "k-" + assignment,
        new AnswerJson(text, null, null, confidences));
  }

  private String merged(List<Double> road, List<Double> rowed) {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 2, 2, null);
    answer(job.worker(0), job.accept(0, "a"), "the keeper road out", road);
    answer(job.worker(1), job.accept(1, "b"), "the keeper rowed out", rowed);
    requester.get("/jobs/" + job.id() + "/progress");
    return requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class).text();
  }

  @Test
  @Requirement("TRN-63")
  void ofTwoWordsTheOneIsTakenThatTheRecogniserWasSureOf() {
    assertEquals("the keeper rowed out", merged(UNSURE, SURE));
  }

  @Test
  @Requirement("TRN-63")
  void theSameAnswersTheOtherWayRound() {
    assertEquals("the keeper road out", merged(SURE, UNSURE));
  }

  @Test
  @Requirement({"TRN-63", "VOI-40"})
  void theWorkerSeesThemTheRequesterDoesNotAndWrongOnesAreRefused() {
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String id = hub.accept(worker, group, "a").id();
    for (List<Double> wrong : List.of(List.of(0.5), List.of(0.5, 0.5, 0.5, 1.5))) {
      Caller.Answered refused = answer(worker, id, "the keeper rowed out", wrong);
      assertEquals("invalid", refused.refusal());
      assertTrue(refused.json().toString().contains("confidences: one for each word"));
    }
    answer(worker, id, "the keeper rowed out", UNSURE);
    AnswerJson own =
        Objects.requireNonNull(worker.get("/assignments/" + id).as(AssignmentJson.class).answer());
    assertEquals(UNSURE, own.confidences());
    AnswerJson shown = IdentityTest.submissions(requester).getFirst().answer();
    assertEquals("the keeper rowed out", shown.text());
    assertNull(shown.confidences());
  }
}
