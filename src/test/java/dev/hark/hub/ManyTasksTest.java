package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.TaskGroupJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ManyTasksTest extends WorkingHub {
  @Test
  @Requirement("TASK-21")
  void aWorkerGetsEveryTaskOnceHoweverManyTheyDid() {
    int tasks = 80;
    String group = hub.publish(requester, TestHub.group(tasks, false, 3));
    Set<String> seen = doAll(worker, group, tasks);
    assertEquals(tasks, seen.size());
    assertEquals("no-task-left", take(worker, group).refusal());
    assertEquals(0, available(worker, group));

    Caller second = hub.worker();
    assertEquals(tasks, available(second, group));
    assertEquals(seen, doAll(second, group, tasks));
    assertEquals("no-task-left", take(second, group).refusal());
  }

  @Test
  @Requirement("TASK-21")
  void aTaskThatWasReleasedIsFoundBehindManyThatWereAnswered() {
    int tasks = 80;
    String group = hub.publish(requester, TestHub.group(tasks, false, 2));
    Caller slow = hub.worker();
    AssignmentJson held = hub.accept(slow, group, "slow");
    doAll(worker, group, tasks - 1);
    AssignmentJson last = hub.accept(worker, group, "last");
    assertEquals(held.taskId(), last.taskId(), "its second answer");
    worker.post("/assignments/" + last.id() + "/return");

    slow.post("/assignments/" + held.id() + "/return");
    assertEquals(1, available(worker, group));
    assertEquals(held.taskId(), hub.accept(worker, group, "again").taskId());
    hub.clock.forward(Duration.ofHours(1));
    assertEquals(held.taskId(), hub.accept(worker, group, "later").taskId());
  }

  @Test
  @Requirement("TASK-20")
  void ofFewTasksThoseThatOthersHoldAreCountedOut() {
    String few = hub.publish(requester, TestHub.group(20, false, null));
    String many = hub.publish(requester, TestHub.group(21, false, null));
    for (String group : new String[] {few, many}) {
      hub.accept(hub.worker(), group, "a");
    }
    assertEquals(19, available(worker, few));
    assertEquals(21, available(worker, many));
    doAll(worker, many, 2);
    assertEquals(18, available(worker, many));
  }

  private Set<String> doAll(Caller by, String group, int count) {
    Set<String> tasks = new HashSet<>();
    for (int i = 0; i < count; i++) {
      AssignmentJson held = take(by, group).as(AssignmentJson.class);
      assertTrue(tasks.add(held.taskId()), "the same task twice");
      hub.submit(by, held.id(), "words");
    }
    return tasks;
  }

  private static Caller.Answered take(Caller by, String group) {
    return by.postKey("/task-groups/" + group + "/assignments", UUID.randomUUID().toString());
  }

  private static int available(Caller by, String group) {
    return by.get("/task-groups/" + group).as(TaskGroupJson.class).available();
  }
}
