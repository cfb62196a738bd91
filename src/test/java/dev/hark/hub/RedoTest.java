package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.SubmissionJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class RedoTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller requester;
  private String id = "";

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    requester = hub.requester();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    id = hub.accept(worker, group, "a").id();
    hub.submit(worker, id, "first words");
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("QUALITY-10")
  void theWorkerHoldsItAgainWithTheFormerAnswerBeforeAllElse() {
    String other = hub.publish(requester, TestHub.group(1, false, null));
    String sooner = hub.accept(worker, other, "b").id();
    redo("Add the last sentence.", 3600).as(SubmissionJson.class);
    List<AssignmentJson> held = worker.items("/assignments", AssignmentJson.class);
    assertEquals(List.of(id, sooner), held.stream().map(AssignmentJson::id).toList());
    AssignmentJson again = held.getFirst();
    assertEquals("HELD", again.state());
    assertEquals(TestHub.text("first words"), again.answer());
    assertEquals(TestClock.START.plusSeconds(3600), again.deadline());
    assertNotNull(again.redo());
    assertEquals("Add the last sentence.", again.redo().words());
    assertEquals(again, worker.get("/assignments/" + id).as(AssignmentJson.class));
    SubmissionJson seen = requester.items("/submissions", SubmissionJson.class).getFirst();
    assertEquals("SUBMITTED", seen.state());
    assertEquals(TestClock.START.plusSeconds(3600), seen.redoUntil());
  }

  @Test
  @Requirement("QUALITY-10")
  void aRedoNeedsWordsAndATimeThatMakesSense() {
    assertEquals("invalid", redo(" ", 3600).refusal());
    assertEquals("invalid", redo("x".repeat(1001), 3600).refusal());
    assertEquals("invalid", redo("More.", 59).refusal());
    assertEquals("invalid", redo("More.", 604_801).refusal());
    assertEquals("invalid", redo("More.", Long.MAX_VALUE).refusal());
    assertEquals("invalid", redo("More.", Long.MIN_VALUE).refusal());
    assertEquals(
        "not-found",
        hub.requester()
            .post("/submissions/" + id + "/redo", new NewRedoJson("More.", 60L))
            .refusal());
    assertNull(redo("More.", 604_800).json().get("decidedAs"));
    approve();
    assertEquals("already-decided", redo("More.", 60).refusal());
  }

  @Test
  @Requirement("QUALITY-11")
  void whatIsDoneAgainTakesThePlaceOfTheFormerAnswer() {
    redo("More.", 3600).as(SubmissionJson.class);
    hub.clock.forward(Duration.ofMinutes(10));
    ReceiptJson receipt = hand("k2", "first words and more").as(ReceiptJson.class);
    assertEquals("SUBMITTED", receipt.state());
    assertEquals(receipt, hand("k2", "first words and more").as(ReceiptJson.class));
    assertEquals(receipt, hand("k-" + id, "first words").as(ReceiptJson.class));
    assertEquals("answer-conflict", hand("k3", "a third time").refusal());
    SubmissionJson seen = requester.items("/submissions", SubmissionJson.class).getFirst();
    assertEquals("first words and more", seen.answer().text());
    assertNull(seen.redoUntil());
    assertEquals(List.of(), worker.items("/assignments", AssignmentJson.class));
    hub.clock.forward(Duration.ofDays(3).minusSeconds(1));
    assertEquals("SUBMITTED", state());
    hub.clock.forward(Duration.ofSeconds(1));
    assertEquals("APPROVED", state());
  }

  @Test
  @Requirement("QUALITY-11")
  void aRedoIsTakenUpToTwoMinutesLateWhereNobodyDecided() {
    redo("More.", 60).as(SubmissionJson.class);
    hub.clock.forward(Duration.ofSeconds(60 + 119));
    assertEquals("answer-unfit", hand("k2", " ").refusal());
    assertEquals(200, hand("k2", "more").status());
    redo("And more.", 60).as(SubmissionJson.class);
    hub.clock.forward(Duration.ofSeconds(60 + 121));
    assertEquals("answer-conflict", hand("k3", "even more").refusal());
  }

  @Test
  @Requirement({"QUALITY-12", "HUB-33"})
  void whatIsNotDoneInTimeStandsAndItsDelayGoesOn() {
    hub.clock.forward(Duration.ofDays(2));
    redo("More.", 2 * 86_400).as(SubmissionJson.class);
    hub.clock.forward(Duration.ofDays(2));
    assertEquals("SUBMITTED", state());
    assertEquals(List.of(), worker.items("/assignments", AssignmentJson.class));
    hub.clock.forward(Duration.ofDays(1).minusSeconds(1));
    assertEquals("SUBMITTED", state());
    hub.clock.forward(Duration.ofSeconds(1));
    AssignmentJson stands = worker.get("/assignments/" + id).as(AssignmentJson.class);
    assertEquals("APPROVED", stands.state());
    assertEquals(TestHub.text("first words"), stands.answer());
  }

  @Test
  @Requirement("QUALITY-12")
  void whoGivesItBackKeepsTheFormerAnswerAndTheDelayGoesOnAtOnce() {
    redo("More.", 86_400).as(SubmissionJson.class);
    hub.clock.forward(Duration.ofHours(1));
    assertEquals(
        "SUBMITTED",
        worker.post("/assignments/" + id + "/return").as(AssignmentJson.class).state());
    assertEquals("answer-conflict", worker.post("/assignments/" + id + "/return").refusal());
    hub.clock.forward(Duration.ofDays(3).minusSeconds(1));
    assertEquals("SUBMITTED", state());
    hub.clock.forward(Duration.ofSeconds(1));
    assertEquals("APPROVED", state());
  }

  @Test
  @Requirement("QUALITY-13")
  void meanwhileItCanOnlyBeApprovedAndItIsAskedForAtMostTwice() {
    redo("More.", 60).as(SubmissionJson.class);
    redo("More.", 60).as(SubmissionJson.class);
    assertEquals("redo-open", redo("Other words.", 60).refusal());
    assertEquals("redo-open", reject().refusal());
    hub.clock.forward(Duration.ofSeconds(60));
    redo("Still more.", 60).as(SubmissionJson.class);
    hub.clock.forward(Duration.ofSeconds(60));
    assertEquals("redo-spent", redo("Yet more.", 60).refusal());
    assertEquals(200, reject().status());
  }

  @Test
  @Requirement("QUALITY-13")
  void approvingEndsTheRedo() {
    redo("More.", 3600).as(SubmissionJson.class);
    approve();
    assertEquals("APPROVED", state());
    assertEquals(List.of(), worker.items("/assignments", AssignmentJson.class));
    assertEquals("answer-conflict", hand("k2", "more").refusal());
  }

  private Caller.Answered redo(String words, long seconds) {
    return requester.post("/submissions/" + id + "/redo", new NewRedoJson(words, seconds));
  }

  private Caller.Answered reject() {
    return requester.post("/submissions/" + id + "/reject", TestHub.rejection("No."));
  }

  private void approve() {
    requester.post("/submissions/" + id + "/approve").as(SubmissionJson.class);
  }

  private Caller.Answered hand(String key, String words) {
    return worker.post("/assignments/" + id + "/answer", key, TestHub.text(words));
  }

  private String state() {
    return worker.get("/assignments/" + id).as(AssignmentJson.class).state();
  }
}
