package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hark.Requirement;
import dev.hark.hub.Caller.Answered;
import dev.hark.wire.AssignmentJson;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Two nodes of which one is 20 seconds ahead. Between two transactions on PostgreSQL it is the same
 * on one node: one of them reads the clock, and the other is done before the first looks for a
 * place.
 */
@OnEachDatabase
@Requirement("HUB-17")
class LeaseClocksTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub ahead;
  private TestHub behind;
  private Caller requester;
  private String group = "";

  @BeforeEach
  void start() {
    ahead = new TestHub(database, data);
    behind = new TestHub(database, data);
    requester = ahead.requester();
    group = ahead.publish(requester, TestHub.group(1, false, null));
    ahead.clock.forward(Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    behind.close();
    ahead.close();
  }

  private void forward(int seconds) {
    ahead.clock.forward(Duration.ofSeconds(seconds));
    behind.clock.forward(Duration.ofSeconds(seconds));
  }

  private static Caller at(TestHub hub, Caller caller) {
    return new Caller(hub.hub.uri(), caller.id(), caller.token());
  }

  private Answered accept(Caller worker) {
    return worker.postKey("/task-groups/" + group + "/assignments", "k");
  }

  /** Who was first is within their time behind, and ahead their time is over. */
  private AssignmentJson heldBehind() {
    AssignmentJson held = behind.accept(behind.worker(), group, "k");
    forward(350);
    return held;
  }

  private void notLentBefore(AssignmentJson first) {
    Caller third = behind.worker();
    assertEquals("no-task-left", accept(third).refusal());
    forward(20);
    AssignmentJson lent = accept(third).as(AssignmentJson.class);
    assertEquals(first.taskId(), lent.taskId());
    assertFalse(lent.accepted().isBefore(first.deadline()), lent::toString);
    new Tables(behind.hub.services().store()).assertLeasesDoNotOverlap();
  }

  @Test
  void aTaskLentAndReturnedAheadIsNotLentBehindWhileItIsSomebodysThere() {
    AssignmentJson first = heldBehind();
    Caller second = ahead.worker();
    String lent = accept(second).as(AssignmentJson.class).id();
    assertEquals(200, second.post("/assignments/" + lent + "/return").status());
    notLentBefore(first);
  }

  @Test
  void neitherIsOneAnsweredAheadAndRejected() {
    AssignmentJson first = heldBehind();
    Caller second = ahead.worker();
    String lent = accept(second).as(AssignmentJson.class).id();
    ahead.submit(second, lent, "words");
    assertEquals(
        200, requester.post("/submissions/" + lent + "/reject", TestHub.rejection("No.")).status());
    notLentBefore(first);
  }

  @Test
  void whatNobodyHadBeforeIsFreeBehindAsSoonAsItWasTakenThere() {
    Caller one = ahead.worker();
    String lent = accept(one).as(AssignmentJson.class).id();
    forward(20);
    assertEquals(200, one.post("/assignments/" + lent + "/return").status());
    assertEquals(201, accept(at(behind, ahead.worker())).status());
  }
}
