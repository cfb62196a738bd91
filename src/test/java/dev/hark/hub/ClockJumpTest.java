package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.TokenJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A hub whose clock is put a day forward or back under its feet. */
@OnEachDatabase
@Requirement("ID-60")
class ClockJumpTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private Caller first;
  private Caller second;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    first = hub.worker();
    second = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private Caller.Answered submit(Caller worker, AssignmentJson held, String words) {
    return worker.post(
        "/assignments/" + held.id() + "/answer", "k-" + held.id(), TestHub.text(words));
  }

  private static long earned(Caller worker) {
    return worker.get("/earnings").json().at("/currencies/0/total/minor").asLong();
  }

  @Test
  void aTaskThatTwoBelieveToHoldIsAnsweredAndPaidOnce() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    AssignmentJson early = hub.accept(first, group, "a");
    hub.clock.forward(DAY);
    AssignmentJson late = hub.accept(second, group, "b");
    // By this clock, both are within their time again.
    hub.clock.forward(DAY.negated());
    assertEquals("lease-expired", submit(first, early, TestHub.WORDS).refusal());
    assertEquals(200, submit(second, late, TestHub.WORDS).status());
    assertEquals("lease-expired", submit(first, early, TestHub.WORDS).refusal());
    assertEquals(0, earned(first));
    assertEquals(18, earned(second));
  }

  @Test
  void aTaskTakenBeforeTheClockWentBackStaysWithWhoHasIt() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    AssignmentJson held = hub.accept(first, group, "a");
    hub.clock.forward(DAY.negated());
    assertEquals(
        "no-task-left", second.postKey("/task-groups/" + group + "/assignments", "b").refusal());
    assertEquals(200, submit(first, held, TestHub.WORDS).status());
    hub.clock.forward(DAY.multipliedBy(2));
    assertEquals(200, submit(first, held, TestHub.WORDS).status());
    assertEquals(18, earned(first));
  }

  @Test
  void whatTheDelayApprovedIsNotPaidAgain() {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    AssignmentJson held = hub.accept(first, group, "a");
    submit(first, held, "words");
    hub.clock.forward(DAY.multipliedBy(4));
    assertEquals(18, earned(first));
    hub.clock.forward(DAY.multipliedBy(-4));
    assertEquals(18, earned(first));
    assertEquals(200, requester.post("/submissions/" + held.id() + "/approve").status());
    hub.clock.forward(DAY.multipliedBy(8));
    assertEquals(18, earned(first));
  }

  @Test
  void aTokenThatWasRevokedAfterItsEndDoesNotComeBack() {
    TokenJson brief =
        first.post("/account/tokens", Map.of("expiresSeconds", 60)).as(TokenJson.class);
    hub.clock.forward(DAY);
    assertEquals("token-expired", first.with(brief).get("/account").refusal());
    assertEquals(204, first.delete("/account/tokens?keep=current").status());
    hub.clock.forward(DAY.negated());
    assertEquals("unauthenticated", first.with(brief).get("/account").refusal());

    hub.operator().post("/accounts/" + second.id() + "/close");
    for (Duration jump : List.of(DAY, DAY.multipliedBy(-2))) {
      hub.clock.forward(jump);
      assertEquals("account-closed", second.get("/account").refusal());
    }
    assertTrue(hub.operator().get("/audit").json().get("items").size() > 0);
  }
}
