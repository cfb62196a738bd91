package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.Caller.Answered;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.EarningsJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class RaceTest {
  private static final int RACERS = 16;

  @Parameter TestDatabase database;
  @TempDir Path data;

  @Test
  @Requirement("HUB-17")
  void oneOfManyGetsTheOnlyTask() throws Exception {
    try (TestHub hub = new TestHub(database, data)) {
      String group = hub.publish(hub.requester(), TestHub.group(1, true, null));
      List<Caller> workers = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        workers.add(hub.worker());
      }
      race(workers, group, 1);
    }
  }

  @Test
  @Requirement({"HUB-4", "HUB-17"})
  void twoHubsOnOneFolderGiveEachTaskAwayOnce() throws Exception {
    TestClock clock = new TestClock();
    try (TestHub one = new TestHub(database, data, clock);
        TestHub two = new TestHub(database, data, clock)) {
      String group = one.publish(one.requester(), TestHub.group(5, true, null));
      List<Caller> workers = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        Caller made = one.worker();
        workers.add(new Caller((i % 2 == 0 ? one : two).hub.uri(), made.id(), made.token()));
      }
      race(workers, group, 5);
    }
  }

  @Test
  @Requirement({"HUB-4", "HUB-20", "HUB-35"})
  void oneAnswerSentManyTimesToTwoHubsIsPaidOnce() throws Exception {
    TestClock clock = new TestClock();
    try (TestHub one = new TestHub(database, data, clock);
        TestHub two = new TestHub(database, data, clock)) {
      Caller worker = one.worker();
      Caller there = new Caller(two.hub.uri(), worker.id(), worker.token());
      String group = one.publish(one.requester(), TestHub.group(1, true, null));
      String id = two.accept(there, group, "a").id();
      List<Callable<Answered>> calls = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        Caller caller = i % 2 == 0 ? worker : there;
        calls.add(
            () -> caller.post("/assignments/" + id + "/answer", "k", TestHub.text(TestHub.WORDS)));
      }
      List<Answered> answers = together(calls);
      assertTrue(answers.stream().allMatch(answer -> answer.status() == 200));
      assertEquals(1, answers.stream().map(Answered::text).distinct().count());
      assertEquals(
          18,
          worker.get("/earnings").as(EarningsJson.class).currencies().getFirst().total().minor());
      assertEquals(18, two.hub.services().ledger().balance(Book.worker(worker.id()), "EUR"));
    }
  }

  private static void race(List<Caller> workers, String group, int tasks) throws Exception {
    List<Callable<Answered>> calls = new ArrayList<>();
    for (Caller worker : workers) {
      calls.add(() -> worker.postKey("/task-groups/" + group + "/assignments", "a"));
    }
    List<Answered> answers = together(calls);
    List<String> won =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.json().get("taskId").asText())
            .toList();
    assertEquals(tasks, won.size());
    assertEquals(tasks, won.stream().distinct().count());
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> assertEquals("no-task-left", answer.refusal()));
  }

  private static List<Answered> together(List<Callable<Answered>> calls) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<Answered>> futures = new ArrayList<>();
      for (Callable<Answered> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  if (!start.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("never started");
                  }
                  return call.call();
                }));
      }
      start.countDown();
      List<Answered> answers = new ArrayList<>();
      for (Future<Answered> future : futures) {
        answers.add(future.get(60, TimeUnit.SECONDS));
      }
      return answers;
    }
  }
}
