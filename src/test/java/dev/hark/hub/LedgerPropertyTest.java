package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.Requirement;
import dev.hark.hub.store.Ids;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Whatever people do in whatever order, the ledger adds up after each step. */
@OnEachDatabase
@Requirement("LEDGER-31")
class LedgerPropertyTest {
  /** More of them: {@code -Dhark.ledger.steps=1000 -Dhark.ledger.seeds=20}. */
  private static final int STEPS = Integer.getInteger("hark.ledger.steps", 350);

  private static final int SEEDS = Integer.getInteger("hark.ledger.seeds", 2);
  private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller operator;
  private final List<Caller> workers = new ArrayList<>();
  private final List<Caller> requesters = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Taken> held = new ArrayList<>();
  private final List<String> answered = new ArrayList<>();
  private final List<String> payouts = new ArrayList<>();
  private final Map<String, Integer> done = new TreeMap<>();

  private record Taken(Caller worker, String assignment) {}

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    operator = hub.operator();
    for (int i = 0; i < 3; i++) {
      workers.add(hub.worker());
      requesters.add(hub.requester());
    }
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void afterEachStepTheLedgerAddsUp() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      for (int step = 0; step < STEPS; step++) {
        String what = step(random);
        var check = operator.get("/ledger/check").json();
        String where = "seed " + seed + ", step " + step + ", " + what + ": " + check;
        assertTrue(check.get("balanced").asBoolean(), where);
      }
    }
    for (String kind :
        List.of(
            "publish",
            "submit again",
            "approve",
            "reject",
            "overturn",
            "redo",
            "more answers",
            "longer",
            "add",
            "expire",
            "delete",
            "bonus",
            "paid",
            "deposit",
            "refund")) {
      assertTrue(done.getOrDefault(kind, 0) > 0, kind + " never succeeded: " + done);
    }
  }

  private String step(Random random) {
    int chance = random.nextInt(100);
    if (chance < 12) {
      return publish(random);
    } else if (chance < 26) {
      return accept(random);
    } else if (chance < 42) {
      return submit(random);
    } else if (chance < 45) {
      return note("give back", giveBack(random));
    } else if (chance < 62) {
      return decide(random);
    } else if (chance < 74) {
      return change(random);
    } else if (chance < 80) {
      return note("bonus", bonus(random));
    } else if (chance < 96) {
      return money(random);
    }
    hub.clock.forward(Duration.ofMinutes(1 + random.nextInt(200)));
    return "time goes by";
  }

  private String publish(Random random) {
    NewTaskGroupJson plain =
        TestHub.group(1 + random.nextInt(3), random.nextInt(4) == 0, 1 + random.nextInt(2));
    ObjectNode group =
        EscrowTest.rewarded(new MoneyJson(1 + random.nextInt(40), any(random, CURRENCIES)), plain);
    var answer = any(random, requesters).post("/task-groups", group);
    if (answer.status() == 201) {
      groups.add(answer.json().get("id").asText());
    }
    return note("publish", answer);
  }

  /** Of any group, since those that can be deleted are old ones. */
  private String change(Random random) {
    if (groups.isEmpty()) {
      return "nothing";
    }
    String path =
        "/posted/" + (random.nextBoolean() ? recent(random, groups) : any(random, groups));
    return switch (random.nextInt(9)) {
      case 0, 6 ->
          note(
              "more answers",
              operator.post(
                  path + "/extend", Ids.next(), Map.of("answers", 1 + random.nextInt(2))));
      case 1, 5 ->
          note(
              "longer",
              operator.post(
                  path + "/extend",
                  Ids.next(),
                  Map.of(
                      "expires",
                      hub.clock.instant().plus(Duration.ofMinutes(1 + random.nextInt(900))))));
      case 2 -> note("expire", operator.post(path + "/expire"));
      case 3, 4 ->
          note(
              "add",
              operator.post(
                  path + "/tasks",
                  Ids.next(),
                  Map.of("tasks", TestHub.group(1 + random.nextInt(2), false, null).tasks())));
      // Whoever looks has what was left of groups that are over withdrawn.
      case 7 -> note("look", operator.get("/posted"));
      default -> note("delete", operator.delete(path));
    };
  }

  private String accept(Random random) {
    if (groups.isEmpty()) {
      return "nothing";
    }
    Caller worker = any(random, workers);
    var answer =
        worker.postKey("/task-groups/" + recent(random, groups) + "/assignments", Ids.next());
    if (answer.status() == 201) {
      held.add(new Taken(worker, answer.json().get("id").asText()));
    }
    return note("accept", answer);
  }

  private String submit(Random random) {
    if (held.isEmpty()) {
      return "nothing";
    }
    Taken taken = recent(random, held);
    String words = random.nextBoolean() ? TestHub.WORDS : "something else";
    // Another key makes it a new answer where one was asked for again.
    String key = "k" + taken.assignment() + random.nextInt(2);
    var answer =
        taken
            .worker()
            .post("/assignments/" + taken.assignment() + "/answer", key, TestHub.text(words));
    if (answer.status() != 200) {
      return note("submit", answer);
    }
    boolean again = answered.contains(taken.assignment());
    if (!again) {
      answered.add(taken.assignment());
    }
    return note(again ? "submit again" : "submit", answer);
  }

  private Caller.Answered giveBack(Random random) {
    if (held.isEmpty()) {
      return operator.get("/health");
    }
    Taken taken = recent(random, held);
    return taken.worker().post("/assignments/" + taken.assignment() + "/return");
  }

  private String decide(Random random) {
    if (answered.isEmpty()) {
      return "nothing";
    }
    String path = "/submissions/" + recent(random, answered);
    return switch (random.nextInt(4)) {
      case 0 -> note("approve", operator.post(path + "/approve"));
      case 1 ->
          note(
              "reject",
              operator.post(
                  path + "/reject", new DecisionJson("other", "No.", random.nextBoolean())));
      case 2 -> note("overturn", operator.post(path + "/overturn"));
      default ->
          note("redo", operator.post(path + "/redo", Map.of("words", "More.", "seconds", 3600)));
    };
  }

  private Caller.Answered bonus(Random random) {
    if (answered.isEmpty()) {
      return operator.get("/health");
    }
    return operator.post(
        "/submissions/" + recent(random, answered) + "/bonuses",
        "b" + random.nextInt(50),
        Map.of("amount", amount(random, 30), "reason", "Good."));
  }

  private String money(Random random) {
    String requester = "/requesters/" + any(random, requesters).id();
    return switch (random.nextInt(7)) {
      case 0 ->
          note("deposit", operator.post(requester + "/deposits", key(random), amount(random, 400)));
      case 1 ->
          note("refund", operator.post(requester + "/refunds", key(random), amount(random, 400)));
      case 2 -> note("fee", operator.put("/fee", Map.of("basisPoints", random.nextInt(3_000))));
      case 3 -> payout(random);
      case 4 -> note("export", operator.postKey("/payout-batches", key(random)));
      case 5 ->
          payouts.isEmpty()
              ? "nothing"
              : note("paid", operator.post("/payouts/" + recent(random, payouts) + "/confirm"));
      default ->
          payouts.isEmpty() || random.nextBoolean()
              ? "nothing"
              : note(
                  "returned",
                  operator.post(
                      "/payouts/" + recent(random, payouts) + "/return", Map.of("words", "No.")));
    };
  }

  private String payout(Random random) {
    var answer =
        any(random, workers)
            .post("/payouts", key(random), Map.of("currency", any(random, CURRENCIES)));
    if (answer.status() == 201) {
      payouts.add(answer.json().get("id").asText());
    }
    return note("payout", answer);
  }

  private static MoneyJson amount(Random random, int most) {
    return new MoneyJson(1 + random.nextInt(most), any(random, CURRENCIES));
  }

  private static String key(Random random) {
    return "k" + random.nextInt(200);
  }

  private String note(String kind, Caller.Answered answer) {
    assertTrue(answer.status() < 500, kind + " " + answer.text());
    assertEquals(answer.status() < 300, answer.status() < 400);
    if (answer.status() < 300) {
      done.merge(kind, 1, Integer::sum);
    }
    return kind + " " + answer.status();
  }

  /** One of the last few: what is older has mostly come to its end. */
  private static <T> T recent(Random random, List<T> list) {
    return list.get(list.size() - 1 - random.nextInt(Math.min(list.size(), 6)));
  }

  private static <T> T any(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
