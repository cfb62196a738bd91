package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Role;
import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.Json;
import dev.hark.wire.SubmissionJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Workers and a requester on two nodes, each doing what may happen, in any order. */
final class Race {
  static final int WORKERS = 200;
  static final int SLOTS = 50;

  private static final int OFTEN = 10;
  private static final List<String> OUTCOMES =
      List.of("answered", "returned", "late", "too late", "again", "nothing left");

  private static final Answer RIGHT = new Answer.Text(TestHub.WORDS);
  private static final Answer OTHER = new Answer.Text("something else entirely was said here");

  private final List<Services> nodes;
  private final RaceClock clock;
  private final Caller poster;
  private final dev.hark.hub.account.Caller requester;
  private final List<String> workers;
  private final AtomicInteger rounds = new AtomicInteger();
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
  private volatile String group;
  private volatile boolean over;

  Race(Hub one, Hub two, RaceClock clock) {
    this.nodes = List.of(one.services(), two.services());
    this.clock = clock;
    this.poster = TestHub.register(one, "REQUESTER", "Radio Archive");
    this.requester = new dev.hark.hub.account.Caller(poster.id(), Role.REQUESTER);
    this.workers = one.services().accounts().registerPastWorkers(WORKERS);
    this.group = publish();
  }

  /** Places of which half know their answer. */
  private String publish() {
    boolean gold = ThreadLocalRandom.current().nextBoolean();
    return poster
        .post("/task-groups", TestHub.group(SLOTS / 2, gold, 2))
        .as(dev.hark.wire.TaskGroupJson.class)
        .id();
  }

  /**
   * @param enough how many leases are given at least; it goes on until each outcome was seen often
   */
  void run(int enough) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (String worker : workers) {
        all.add(threads.submit(() -> work(worker)));
      }
      all.add(threads.submit(this::decide));
      Future<?> time = threads.submit(() -> drive(enough));
      time.get(200, TimeUnit.SECONDS);
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      over = true;
      clock.end();
    }
  }

  List<String> workers() {
    return workers;
  }

  /** Every answer whose receipt came, by assignment. */
  Map<String, String> answered() {
    return new TreeMap<>(answered);
  }

  /** The outcomes that were not seen more than {@link #OFTEN} times. */
  List<String> rarelySeen() {
    return OUTCOMES.stream()
        .filter(what -> !seen.containsKey(what) || seen.get(what).get() <= OFTEN)
        .toList();
  }

  private void saw(String what) {
    seen.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
  }

  private Services either() {
    return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
  }

  private static boolean sometimes(int percent) {
    return ThreadLocalRandom.current().nextInt(100) < percent;
  }

  /** Moves the clock, and posts anew before the work runs out. */
  private Void drive(int enough) {
    while (rounds.get() < enough || !rarelySeen().isEmpty()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
      // On a busy machine who is late wakes too late: then time goes slower for the rest.
      int most = rounds.get() < enough ? 40 : 10;
      clock.forward(Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, most)));
      long free =
          either()
              .store()
              .read(
                  handle ->
                      handle
                          .createQuery(
                              "select count(*) from slot"
                                  + " where group_id = :id and done = 0 and held_until <= :now")
                          .bind("id", group)
                          .bind("now", clock.millis())
                          .mapTo(Long.class)
                          .one());
      if (free == 0 && sometimes(25)) {
        group = publish();
      }
    }
    over = true;
    clock.end();
    return null;
  }

  /** Approves what it finds, some of it twice, on both nodes. */
  private Void decide() throws InterruptedException {
    while (!over) {
      clock.awaitAfter(clock.instant());
      for (SubmissionJson one :
          either().approvals().submissions(requester, "SUBMITTED", Optional.empty(), 20).items()) {
        if (sometimes(50)) {
          either().approvals().approve(requester, one.assignmentId());
          either().approvals().approve(requester, one.assignmentId());
        }
      }
    }
    return null;
  }

  private Void work(String worker) throws Exception {
    for (int round = 0; !over; round++) {
      round(worker, "k" + round);
    }
    return null;
  }

  private void round(String worker, String key) throws Exception {
    String wanted = group;
    AssignmentJson task;
    try {
      task = either().leases().accept(worker, wanted, key);
    } catch (Fault.Refused refused) {
      assertTrue(
          refused.refusal() == Refusal.NO_TASK_LEFT || refused.refusal() == Refusal.ALREADY_HELD,
          refused::toString);
      saw("nothing left");
      clock.awaitAfter(clock.instant());
      return;
    }
    rounds.incrementAndGet();
    if (sometimes(20)) {
      assertEquals(task.id(), either().leases().accept(worker, wanted, key).id());
    }
    int what = ThreadLocalRandom.current().nextInt(100);
    if (what < 20) {
      giveBack(worker, task);
    } else if (what < 45) {
      clock.awaitAfter(late(task));
      if (submit(worker, task.id(), RIGHT)) {
        saw("late");
      } else {
        saw("too late");
      }
    } else if (what < 65) {
      together(worker, task);
    } else if (submit(worker, task.id(), sometimes(70) ? RIGHT : OTHER)) {
      saw("answered");
      if (sometimes(20)) {
        contradict(worker, task.id());
      }
    }
  }

  private static Instant late(AssignmentJson task) {
    return task.deadline().plusSeconds(ThreadLocalRandom.current().nextInt(180));
  }

  private void giveBack(String worker, AssignmentJson task) {
    either().leases().giveBack(worker, task.id());
    saw("returned");
    if (sometimes(30)) {
      either().leases().giveBack(worker, task.id());
      Fault.Refused refused =
          assertThrows(
              Fault.Refused.class, () -> either().answers().submit(worker, task.id(), RIGHT, "s"));
      assertEquals(Refusal.RETURNED, refused.refusal());
    }
  }

  /** The same answer several times at once, as over a slow network. */
  private void together(String worker, AssignmentJson task) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> sent = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sent.add(threads.submit(() -> submit(worker, task.id(), RIGHT)));
      }
      for (Future<Boolean> one : sent) {
        if (one.get(60, TimeUnit.SECONDS)) {
          saw("again");
        }
      }
    }
  }

  private void contradict(String worker, String task) throws JsonProcessingException {
    String kept = answered.get(task);
    Answer other = json(RIGHT).equals(kept) ? OTHER : RIGHT;
    Fault.Refused refused =
        assertThrows(
            Fault.Refused.class, () -> either().answers().submit(worker, task, other, "s2"));
    assertEquals(Refusal.ANSWER_CONFLICT, refused.refusal());
  }

  /**
   * @return whether a receipt came; where not, the time was over
   */
  private boolean submit(String worker, String task, Answer answer) throws JsonProcessingException {
    try {
      either().answers().submit(worker, task, answer, "s");
      answered.put(task, json(answer));
      return true;
    } catch (Fault.Refused refused) {
      assertEquals(Refusal.LEASE_EXPIRED, refused.refusal());
      return false;
    }
  }

  private static String json(Answer answer) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(AnswerJson.of(answer));
  }
}
