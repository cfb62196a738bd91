package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.TaskGroupJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@OnEachDatabase
@Requirement("STORE-3")
class LeaseTest extends WorkingHub {
  @Test
  @Requirement("HUB-10")
  void acceptingHoldsATaskUntilItsDeadline() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    AssignmentJson held = hub.accept(worker, group, "a");

    assertEquals("HELD", held.state());
    assertEquals(TestClock.START, held.accepted());
    assertEquals(TestClock.START.plusSeconds(360), held.deadline());
    assertEquals("Write what you hear, clip 0", held.question().prompt());
    assertEquals(
        held.id(), worker.get("/assignments?state=held").json().at("/items/0/id").asText());

    hub.clock.forward(Duration.ofMinutes(6));
    assertEquals(
        "EXPIRED", worker.get("/assignments/" + held.id()).as(AssignmentJson.class).state());
    assertTrue(worker.get("/assignments?state=held").json().get("items").isEmpty());
  }

  @Test
  @Requirement("HUB-11")
  void theSameKeyGivesTheSameAssignment() {
    String group = hub.publish(requester, TestHub.group(2, true, null));
    AssignmentJson first = hub.accept(worker, group, "a");
    assertEquals(first.id(), hub.accept(worker, group, "a").id());
    hub.clock.forward(Duration.ofHours(1));
    AssignmentJson later = hub.accept(worker, group, "a");
    assertEquals(first.id(), later.id());
    assertEquals("EXPIRED", later.state());
  }

  @Test
  @Requirement("HUB-12")
  void aSecondTaskOfAGroupIsRefusedWhileOneIsHeld() {
    String group = hub.publish(requester, TestHub.group(2, true, null));
    AssignmentJson held = hub.accept(worker, group, "a");
    assertEquals(
        "already-held", worker.postKey("/task-groups/" + group + "/assignments", "b").refusal());
    hub.submit(worker, held.id(), TestHub.WORDS);
    assertNotEquals(held.taskId(), hub.accept(worker, group, "b").taskId());
  }

  @Test
  @Requirement("HUB-13")
  void nobodyGetsATaskTwiceThatTheyAnswered() {
    String group = hub.publish(requester, TestHub.group(1, true, 2));
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    assertEquals(
        "no-task-left", worker.postKey("/task-groups/" + group + "/assignments", "b").refusal());
    assertEquals(0, worker.get("/task-groups/" + group).as(TaskGroupJson.class).available());
    Caller other = hub.worker();
    assertEquals(1, other.get("/task-groups/" + group).as(TaskGroupJson.class).available());
    hub.submit(other, hub.accept(other, group, "a").id(), TestHub.WORDS);
  }

  @Test
  @Requirement("HUB-14")
  void aTaskThatRanOutOrWasReturnedCanBeHadAgain() {
    String group = hub.publish(requester, TestHub.group(3, true, null));
    AssignmentJson first = hub.accept(worker, group, "a");
    hub.clock.forward(Duration.ofMinutes(7));
    AssignmentJson again = hub.accept(worker, group, "b");
    assertEquals(first.taskId(), again.taskId());
    worker.post("/assignments/" + again.id() + "/return").as(AssignmentJson.class);
    assertEquals(first.taskId(), hub.accept(worker, group, "c").taskId());
  }

  @Test
  @Requirement("HUB-15")
  void returningFreesTheTaskAndMayBeRepeated() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    AssignmentJson held = hub.accept(worker, group, "a");
    Caller other = hub.worker();
    assertEquals(
        "no-task-left", other.postKey("/task-groups/" + group + "/assignments", "a").refusal());
    String back = "/assignments/" + held.id() + "/return";
    assertEquals("RETURNED", worker.post(back).as(AssignmentJson.class).state());
    AssignmentJson others = hub.accept(other, group, "b");
    assertEquals("RETURNED", worker.post(back).as(AssignmentJson.class).state());
    assertEquals("HELD", other.get("/assignments/" + others.id()).as(AssignmentJson.class).state());
    assertEquals(
        "returned",
        worker.post("/assignments/" + held.id() + "/answer", "k", TestHub.text("x")).refusal());
  }

  @Test
  @Requirement("HUB-16")
  void groupsWithNothingToTakeAreNotListed() {
    String one = hub.publish(requester, TestHub.group(1, true, null));
    String two = hub.publish(requester, TestHub.group(2, true, null));
    AssignmentJson held = hub.accept(worker, one, "a");
    assertEquals(two, onlyGroup(worker.get("/task-groups").json()));
    assertEquals(two, onlyGroup(hub.worker().get("/task-groups").json()));
    hub.clock.forward(Duration.ofMinutes(7));
    assertEquals(2, worker.get("/task-groups").json().get("items").size());
    assertEquals("EXPIRED", worker.get("/assignments/" + held.id()).json().get("state").asText());
  }

  @Test
  void othersCannotSeeOrUseAnAssignment() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    String id = hub.accept(worker, group, "a").id();
    Caller other = hub.worker();
    assertEquals("not-found", other.get("/assignments/" + id).refusal());
    assertEquals("not-found", other.post("/assignments/" + id + "/return").refusal());
    assertEquals(
        "not-found",
        other.post("/assignments/" + id + "/answer", "k", TestHub.text("x")).refusal());
  }

  private static String onlyGroup(JsonNode page) {
    assertEquals(1, page.get("items").size());
    return page.at("/items/0/id").asText();
  }
}
