package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.account.Role;
import dev.hark.hub.work.PastWork;
import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.WorkTimesJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class FiguresTest {
  /** What a bucket of the histogram spans. */
  private static final double SPAN = Math.pow(2, 1 / 64.0);

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private String group;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    hub.hub.services().ledger().deposit(requester.id(), Money.of(100_000_00, "EUR"), "more");
    group = hub.publish(requester, TestHub.group(1, false, null));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("TASK-22")
  void quartilesOverManyWorkersAreNoFurtherOffThanABucket() {
    List<PastWork> works = new ArrayList<>();
    hub.hub
        .services()
        .store()
        .write(
            handle -> {
              works.clear();
              for (int i = 0; i < 1001; i++) {
                String worker = hub.hub.services().accounts().register(Role.WORKER, "").id();
                works.add(work(worker, i, Duration.ofSeconds(10 + i), Duration.ofHours(1)));
              }
              return null;
            });
    hub.hub.services().history().record(group, works);
    WorkTimesJson times = times();
    assertEquals(1001, times.workers());
    near(10 + 250, times.lowerSeconds());
    near(10 + 750, times.upperSeconds());
  }

  @Test
  @Requirement("TASK-22")
  void aWorkerWhoBecomesQuickerIsCountedOnceWhereTheyAreNow() {
    Caller worker = hub.worker();
    String many = hub.publish(requester, TestHub.group(3, false, null));
    for (int seconds : new int[] {100, 50, 30}) {
      String id = hub.accept(worker, many, "k" + seconds).id();
      hub.clock.forward(Duration.ofSeconds(seconds));
      hub.submit(worker, id, "words");
    }
    TaskGroupJson seen = worker.get("/task-groups/" + many).as(TaskGroupJson.class);
    assertEquals(new WorkTimesJson(60, 60, 1), seen.times());
  }

  @Test
  @Requirement("TASK-22")
  void timeToPaymentIsTheMedianOfTheNewestPayments() {
    String worker = hub.worker().id();
    List<PastWork> slow = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      slow.add(work(worker, i, Duration.ofSeconds(20), Duration.ofDays(20)));
    }
    hub.hub.services().history().record(group, slow);
    near(20 * 86_400, secondsToPay());
    List<PastWork> quick = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      quick.add(work(worker, 1000 + i, Duration.ofSeconds(20), Duration.ofMinutes(5)));
    }
    hub.hub.services().history().record(group, quick);
    near(300, secondsToPay());
  }

  private static PastWork work(String worker, int hour, Duration took, Duration decidedAfter) {
    return new PastWork(
        worker,
        Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hour)),
        took,
        new Answer.Text("words"),
        new PastWork.Decision.Approved(),
        decidedAfter,
        Optional.empty());
  }

  private static void near(double expected, double seen) {
    assertTrue(seen <= expected * SPAN && seen >= expected / SPAN, expected + " and " + seen);
  }

  private WorkTimesJson times() {
    return Objects.requireNonNull(
        requester.get("/task-groups/" + group).as(TaskGroupJson.class).times());
  }

  private double secondsToPay() {
    RequesterJson known = requester.get("/requesters/" + requester.id()).as(RequesterJson.class);
    return Objects.requireNonNull(known.secondsToPay()).doubleValue();
  }
}
