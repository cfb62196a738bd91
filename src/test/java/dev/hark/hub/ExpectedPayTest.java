package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.ExpectedTimesJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.TaskGroupJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class ExpectedPayTest {
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
    hub.close();
  }

  private TaskGroupJson listed(Caller worker) {
    return worker.items("/task-groups", TaskGroupJson.class).getFirst();
  }

  @Test
  @Requirement({"AUD-105", "AUD-106"})
  void piecesThatNobodyHasDoneAreExpectedToTakeFourToSixTimesTheirSound() {
    WrittenDown job = WrittenDown.post(hub, requester, 3, 1, 1, null);
    Caller worker = hub.worker();
    TaskGroupJson fresh = listed(worker);
    assertEquals(new ExpectedTimesJson(20, 30), fresh.expected());
    assertEquals(new MoneyJson(6, "EUR"), fresh.bonus());
    assertNull(fresh.times());
    assertEquals(fresh, worker.get("/task-groups/" + job.job().groupId()).as(TaskGroupJson.class));
    AssignmentJson held = hub.accept(worker, job.job().groupId(), "a");
    hub.clock.forward(Duration.ofSeconds(45));
    hub.submit(worker, held.id(), "words");
    TaskGroupJson timed = listed(worker);
    assertNull(timed.expected());
    assertEquals(45, Objects.requireNonNull(timed.times()).upperSeconds(), 1);
  }

  @Test
  @Requirement("AUD-105")
  void whatIsNeitherARecordingNorSoundIsNotEstimated() {
    hub.publish(requester, TestHub.group(2, false, 1));
    TaskGroupJson group = listed(hub.worker());
    assertNull(group.expected());
    assertNull(group.bonus());
  }
}
