package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.EarningsJson.CurrencyEarnings;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.WorkTimesJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AnswerTest extends WorkingHub {
  @Test
  @Requirement({"HUB-20", "HUB-30"})
  void anAnswerThatAgreesWithGoldIsPaidAtOnceAndOnce() {
    String id = accept(true);
    hub.clock.forward(Duration.ofSeconds(40));
    ReceiptJson first = hub.submit(worker, id, "the old lighthouse keeper, rowed out at dawn");
    assertEquals("APPROVED", first.state());
    assertEquals(new MoneyJson(18, "EUR"), first.reward());
    hub.clock.forward(Duration.ofMinutes(1));
    ReceiptJson again = hub.submit(worker, id, "the old lighthouse keeper, rowed out at dawn");
    assertEquals(first, again);

    CurrencyEarnings earned = earned();
    assertEquals(new MoneyJson(18, "EUR"), earned.today());
    assertEquals(new MoneyJson(18, "EUR"), earned.total());
    assertEquals(new MoneyJson(0, "EUR"), earned.pending());
    assertEquals(1, earned.todayTasks());
    assertEquals(40, earned.todaySeconds());
  }

  @Test
  @Requirement("HUB-21")
  void anotherAnswerForTheSameAssignmentIsAConflict() {
    String id = accept(false);
    hub.submit(worker, id, "one");
    assertEquals("answer-conflict", answer(id, TestHub.text("two")).refusal());
    assertEquals("one", words(id));
    assertEquals("answer-conflict", worker.post("/assignments/" + id + "/return").refusal());
  }

  @Test
  @Requirement("HUB-22")
  void aLateAnswerIsTakenWithinTheGraceWhileNobodyElseHasTheTask() {
    String id = accept(false);
    hub.clock.forward(Duration.ofSeconds(360 + 119));
    assertEquals("SUBMITTED", hub.submit(worker, id, "late").state());
  }

  @Test
  @Requirement("HUB-22")
  void aLateAnswerIsRefusedWhenSomebodyElseHasTheTask() {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String id = hub.accept(worker, group, "a").id();
    hub.clock.forward(Duration.ofSeconds(370));
    Caller other = hub.worker();
    String others = hub.accept(other, group, "a").id();
    var refused = answer(id, TestHub.text("late"));
    assertEquals("lease-expired", refused.refusal());
    assertEquals(TestClock.START.plusSeconds(360).toString(), refused.json().get("at").asText());
    assertEquals("SUBMITTED", hub.submit(other, others, "in time").state());
  }

  @Test
  @Requirement("HUB-22")
  void anAnswerAfterTheGraceIsRefused() {
    String id = accept(false);
    hub.clock.forward(Duration.ofSeconds(360 + 121));
    assertEquals("lease-expired", answer(id, TestHub.text("too late")).refusal());
  }

  @Test
  @Requirement("HUB-23")
  void anAnswerOfAnotherShapeIsRefusedAndTheTaskIsStillHeld() {
    String id = accept(false);
    assertEquals("answer-unfit", answer(id, new AnswerJson(null, "yes", null)).refusal());
    assertEquals("answer-unfit", answer(id, new AnswerJson(null, null, List.of())).refusal());
    assertEquals("answer-unfit", answer(id, new AnswerJson("a", "b", null)).refusal());
    assertEquals("answer-unfit", answer(id, TestHub.text(" ")).refusal());
    assertEquals("HELD", worker.get("/assignments/" + id).as(AssignmentJson.class).state());
  }

  @Test
  @Requirement("HUB-24")
  void workTimesAreQuartilesOverWorkers() {
    String group = hub.publish(requester, TestHub.group(6, false, null));
    int[] seconds = {20, 40, 60, 80, 100};
    for (int time : seconds) {
      Caller one = hub.worker();
      String id = hub.accept(one, group, "a").id();
      hub.clock.forward(Duration.ofSeconds(time));
      hub.submit(one, id, "words");
    }
    WorkTimesJson times =
        Objects.requireNonNull(worker.get("/task-groups/" + group).as(TaskGroupJson.class).times());
    assertEquals(new WorkTimesJson(40, 80, 5), times);
  }

  @Test
  @Requirement("HUB-25")
  void hostileWordsComeBackAsTheyWere() {
    String words = "'; drop table account; -- <script>alert(1)</script> \u202e \ud83d\ude00";
    String id = accept(false);
    hub.submit(worker, id, words);
    assertEquals(words, words(id));
  }

  private String accept(boolean gold) {
    return hub.accept(worker, hub.publish(requester, TestHub.group(1, gold, null)), "a").id();
  }

  private String words(String id) {
    return Objects.requireNonNull(
        Objects.requireNonNull(worker.get("/assignments/" + id).as(AssignmentJson.class).answer())
            .text());
  }

  private Caller.Answered answer(String id, AnswerJson answer) {
    return worker.post("/assignments/" + id + "/answer", "other-key", answer);
  }

  private CurrencyEarnings earned() {
    return worker.get("/earnings?zone=UTC").as(EarningsJson.class).currencies().getFirst();
  }
}
