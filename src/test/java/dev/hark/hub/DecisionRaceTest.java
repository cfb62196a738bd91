package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.Caller.Answered;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.RequesterJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class DecisionRaceTest {
  @Parameter TestDatabase database;
  private static final int ROUNDS = 20;

  @TempDir Path data;

  @Test
  @Requirement("QUALITY-6")
  void ofManyDecisionsAtOnceOneStandsAndPaysOnceOrNever() throws Exception {
    TestClock clock = new TestClock();
    try (TestHub one = new TestHub(database, data, clock);
        TestHub two = new TestHub(database, data, clock)) {
      Caller requester = one.requester();
      Caller there = new Caller(two.hub.uri(), requester.id(), requester.token());
      for (int round = 0; round < ROUNDS; round++) {
        Caller worker = one.worker();
        String id = answered(one, requester, worker);
        if (round % 4 == 3) {
          // The delay is over: its approval races with those by hand.
          clock.forward(Duration.ofDays(3));
        }
        String path = "/submissions/" + id;
        List<Answered> answers =
            together(
                () -> requester.post(path + "/approve"),
                () -> there.post(path + "/reject", TestHub.rejection("No.")),
                () -> there.post(path + "/approve"),
                () -> requester.post(path + "/reject", TestHub.rejection("No.")),
                () -> requester.post(path + "/redo", new NewRedoJson("More.", 60L)),
                () -> worker.get("/earnings"));
        String state = state(worker, id);
        if (state.equals("HELD")) {
          assertEquals(200, requester.post(path + "/approve").status());
          state = "APPROVED";
        }
        boolean paid = state.equals("APPROVED");
        assertTrue(
            answers.stream()
                .filter(answer -> answer.status() != 200)
                .allMatch(answer -> answer.status() == 409),
            () -> answers.toString());
        assertEquals(paid ? 18 : 0, balance(two, Book.worker(worker.id())));
        List<Answered> turned =
            together(
                () -> requester.post(path + "/overturn"), () -> there.post(path + "/overturn"));
        assertEquals(
            paid ? List.of(409, 409) : List.of(200, 200),
            turned.stream().map(Answered::status).toList());
        assertEquals(18, balance(two, Book.worker(worker.id())));
      }
      RequesterJson known = requester.get("/requesters/" + requester.id()).as(RequesterJson.class);
      assertEquals(ROUNDS, known.decided());
      assertEquals(ROUNDS, known.approved());
    }
  }

  private static String answered(TestHub hub, Caller requester, Caller worker) {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String id = hub.accept(worker, group, "a").id();
    hub.submit(worker, id, "words");
    return id;
  }

  private static String state(Caller worker, String id) {
    return worker.get("/assignments/" + id).as(AssignmentJson.class).state();
  }

  private static long balance(TestHub hub, String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }

  @SafeVarargs
  private static List<Answered> together(Supplier<Answered>... calls) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
      List<Future<Answered>> futures = new ArrayList<>();
      for (Supplier<Answered> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  if (!start.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("never started");
                  }
                  return call.get();
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
