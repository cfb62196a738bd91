package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.hub.Submission;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Workers and a requester with the real client, who send again until they are answered. */
final class Load implements AutoCloseable {
  static final long REWARD = 18;

  private static final int WORKERS = 12;
  private static final int TASKS = 200;
  private static final String KNOWN = "the lighthouse keeper rowed out at dawn";

  private final String address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final Set<String> approved = ConcurrentHashMap.newKeySet();
  private final List<String> groups = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean over;

  Load(String address) {
    this.address = address;
    HubAccounts.Account requester = account(accounts -> accounts.registerRequester("Archive"));
    RequesterDesk desk = new RequesterDesk(address, requester.token());
    groups.add(publish(desk));
    running.add(threads.submit(() -> request(desk)));
    for (int i = 0; i < WORKERS; i++) {
      HubAccounts.Account worker = account(accounts -> accounts.registerWorker("w"));
      running.add(threads.submit(() -> work(worker.token())));
    }
  }

  /** Assignments that somebody was told to be theirs. */
  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** Answers whose receipt came. */
  Map<String, String> answered() {
    return new TreeMap<>(answered);
  }

  /** Answers that the requester was told to have approved. */
  Set<String> approved() {
    return Set.copyOf(approved);
  }

  /** Lets everybody end what they have begun, each until it is answered. */
  void end() throws Exception {
    over = true;
    for (Future<?> one : running) {
      one.get(90, TimeUnit.SECONDS);
    }
  }

  private HubAccounts.Account account(
      java.util.function.Function<HubAccounts, HubAccounts.Account> make) {
    try (HubAccounts accounts = new HubAccounts(address)) {
      return until(() -> make.apply(accounts));
    }
  }

  /** Again and again, as the outbox does, until the hub says yes or no. */
  private static <T> T until(Supplier<T> call) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(80);
    while (true) {
      try {
        return call.get();
      } catch (Fault fault) {
        boolean later =
            fault instanceof Fault.HubDown
                || (fault instanceof Fault.Refused refused
                    && refused.refusal() == Refusal.TOO_MANY);
        if (!later) {
          throw fault;
        }
        assertTrue(System.nanoTime() < giveUp, () -> "no answer for 80 s: " + fault);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }

  private static String publish(RequesterDesk desk) {
    QuestionJson question = new QuestionJson("text", "Write it down", List.of(), null, null);
    AnswerJson known = new AnswerJson(KNOWN, null, null);
    List<NewTaskGroupJson.NewTaskJson> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(new NewTaskGroupJson.NewTaskJson(question, i % 2 == 0 ? known : null));
    }
    NewTaskGroupJson group =
        new NewTaskGroupJson(
            "Write a sentence down",
            "TRANSCRIBE",
            "en",
            new MoneyJson(REWARD, "EUR"),
            600,
            List.of(),
            List.of(),
            2,
            null,
            tasks);
    String key = UUID.randomUUID().toString();
    return until(() -> desk.publish(group, key));
  }

  private Void request(RequesterDesk desk) {
    try (desk) {
      while (!over) {
        for (Submission one : until(desk::submitted)) {
          until(
              () -> {
                desk.approve(one.assignmentId());
                return true;
              });
          approved.add(one.assignmentId());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        if (answered.size() > (groups.size() - 1) * TASKS * 2 + TASKS) {
          groups.add(publish(desk));
        }
      }
    }
    return null;
  }

  private Void work(String token) throws JsonProcessingException {
    try (HubMarketplace market = new HubMarketplace(address, token)) {
      for (int round = 0; !over; round++) {
        round(market, "a" + round, round);
      }
    }
    return null;
  }

  private void round(HubMarketplace market, String key, int round) throws JsonProcessingException {
    String group = groups.get(round % groups.size());
    Assignment task;
    try {
      task = until(() -> market.accept(group, key));
    } catch (Fault.Refused refused) {
      assertTrue(refused.refusal() == Refusal.NO_TASK_LEFT, refused::toString);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      return;
    }
    accepted.add(task.id());
    if (round % 10 == 9) {
      until(
          () -> {
            market.giveBack(task.id());
            return true;
          });
      return;
    }
    Answer answer = new Answer.Text(KNOWN + (round % 3 == 0 ? " and was never seen again" : ""));
    until(() -> market.submit(task.id(), answer, "s" + key));
    answered.put(task.id(), Json.MAPPER.writeValueAsString(AnswerJson.of(answer)));
  }

  @Override
  public void close() {
    over = true;
    threads.shutdownNow();
  }
}
