package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.GroupQualityJson;
import dev.hark.wire.LedgerCheckJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.SubmissionJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Whatever happens in whatever order, what is kept up is what the tables say. */
@OnEachDatabase
class DecisionFiguresTest {
  private static final int STEPS = 150;
  private static final int CHECK_EVERY = 25;

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private final List<Caller> workers = new ArrayList<>();
  private final List<String> handedIn = new ArrayList<>();
  private String group = "";

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    for (int i = 0; i < 4; i++) {
      workers.add(hub.worker());
    }
    group = hub.publish(requester, Choices.group(12, 3));
    requester
        .put(
            "/task-groups/" + group + "/quality",
            Map.of(
                "goldRate",
                0.3,
                "goldTasks",
                IntStream.range(0, 4).mapToObj(i -> Choices.task("Gold " + i, "yes")).toList(),
                "agreement",
                0.7))
        .as(GroupQualityJson.class);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"QUALITY-50", "HUB-35", "HUB-42"})
  void figuresMoneyAndVotesAreWhatTheTablesSay() {
    Random random = new Random(50);
    Map<String, Integer> seen = new HashMap<>();
    for (int step = 1; step <= STEPS; step++) {
      seen.merge(step(random, step), 1, Integer::sum);
      hub.clock.forward(Duration.ofMinutes(random.nextInt(30)));
      if (step % CHECK_EVERY == 0) {
        check();
      }
    }
    for (String wanted :
        List.of("answered", "approve 200", "reject 200", "redo 200", "redone", "overturn 200")) {
      assertTrue(seen.getOrDefault(wanted, 0) > 0, wanted + " never happened: " + seen);
    }
  }

  private String step(Random random, int step) {
    int action = random.nextInt(12);
    if (action < 5 || handedIn.isEmpty()) {
      return answer(workers.get(random.nextInt(workers.size())), random, step);
    }
    String id = handedIn.get(random.nextInt(handedIn.size()));
    String path = "/submissions/" + id;
    return switch (action) {
      case 5 -> "approve " + requester.post(path + "/approve").status();
      case 6, 7 ->
          "reject "
              + requester
                  .post(path + "/reject", new DecisionJson("other", "No.", random.nextBoolean()))
                  .status();
      case 8 ->
          "redo " + requester.post(path + "/redo", new NewRedoJson("Anew.", 172_800L)).status();
      case 9 -> redo(random, step);
      case 10 -> overturn(random);
      default -> {
        hub.clock.forward(Duration.ofHours(random.nextInt(20)));
        requester.get("/submissions");
        yield "time";
      }
    };
  }

  private String answer(Caller worker, Random random, int step) {
    var accepted = worker.postKey("/task-groups/" + group + "/assignments", "a" + step);
    if (accepted.status() != 201) {
      return "nothing left";
    }
    String id = accepted.as(AssignmentJson.class).id();
    if (random.nextInt(8) == 0) {
      worker.post("/assignments/" + id + "/return");
      return "returned";
    }
    assertEquals(200, hand(worker, id, "k", random));
    handedIn.add(id);
    return "answered";
  }

  private String redo(Random random, int step) {
    for (Caller worker : workers) {
      for (AssignmentJson held : worker.items("/assignments", AssignmentJson.class)) {
        if (held.redo() != null && random.nextInt(3) == 0) {
          assertEquals(200, worker.post("/assignments/" + held.id() + "/return").status());
          return "kept as it was";
        }
        if (held.redo() != null) {
          assertEquals(200, hand(worker, held.id(), "k" + step, random));
          return "redone";
        }
      }
    }
    return "no redo";
  }

  private String overturn(Random random) {
    List<SubmissionJson> rejected =
        requester.items("/submissions?state=rejected", SubmissionJson.class);
    if (rejected.isEmpty()) {
      return "nothing rejected";
    }
    String id = rejected.get(random.nextInt(rejected.size())).assignmentId();
    return "overturn " + requester.post("/submissions/" + id + "/overturn").status();
  }

  private static int hand(Caller worker, String id, String key, Random random) {
    String option = Choices.OPTIONS.get(Math.max(0, random.nextInt(5) - 2));
    return worker.post("/assignments/" + id + "/answer", key, Choices.option(option)).status();
  }

  private void check() {
    long approved = number("select count(*) from assignment where state = 'APPROVED'");
    long rejected = number("select count(*) from assignment where state = 'REJECTED'");
    RequesterJson known = requester.get("/requesters/" + requester.id()).as(RequesterJson.class);
    assertEquals(approved, known.approved());
    assertEquals(approved + rejected, known.decided());
    assertEquals(rejected, number("select count(*) from rejection where overturned is null"));
    assertEquals(approved, number("select coalesce(sum(payments), 0) from standing"));
    Long seconds = known.secondsToPay();
    if (seconds != null) {
      double exact = median();
      assertEquals(exact, seconds, 1 + 0.05 * exact);
    }
    for (Caller worker : workers) {
      long mine =
          number(
              "select count(*) from assignment where state = 'APPROVED' and worker_id = '"
                  + worker.id()
                  + "'");
      assertEquals(5 * mine, balance(Book.worker(worker.id())));
    }
    assertEquals(
        texts(
            "select worker_id || ' ' || count(*) || ' '"
                + " || sum(case when state = 'APPROVED' then 1 else 0 end) from assignment"
                + " where state in ('APPROVED', 'REJECTED') group by worker_id"),
        texts("select worker_id || ' ' || decided || ' ' || approved from worker_figures"),
        "what qualifications ask of workers");
    money();
    votes();
  }

  private void money() {
    long open = number("select count(*) from slot where done = 0");
    assertEquals(open, number("select sum(open_slots) from task_group"));
    long undecided = number("select count(*) from assignment where state = 'SUBMITTED'");
    long gold = number("select sum(gold_budget - gold_answered) from group_quality");
    assertEquals(5 * (open + undecided + gold), balance(Book.escrow(group)));
    LedgerCheckJson checked = hub.hub.services().ledgerCheck().check();
    assertTrue(checked.balanced(), checked.toString());
    assertEquals(
        number(
            "select count(*) from assignment a join gold_task g on g.task_id = a.task_id"
                + " where a.submitted is not null"),
        number("select sum(gold_answered) from group_quality"));
  }

  private void votes() {
    assertEquals(
        number(
            "select count(*) from assignment where submitted is not null and state <> 'REJECTED'"),
        number("select count(*) from choice_vote"));
    Map<String, Double> kept =
        sums("select worker_id || truth || said as name, weight as value from choice_confusion");
    Map<String, Double> summed =
        sums(
            "select v.worker_id || b.truth || v.said as name, sum(b.probability) as value"
                + " from choice_vote v join choice_belief b on b.task_id = v.task_id"
                + " where b.probability > 0 group by v.worker_id, b.truth, v.said");
    kept.forEach((name, value) -> assertEquals(summed.getOrDefault(name, 0.0), value, 1e-6, name));
    assertTrue(kept.keySet().containsAll(summed.keySet()));
  }

  private double median() {
    List<Long> millis =
        hub.hub
            .services()
            .store()
            .read(
                handle ->
                    handle
                        .createQuery(
                            "select decided - submitted from assignment where state = 'APPROVED'"
                                + " order by 1")
                        .mapTo(Long.class)
                        .list());
    return millis.get(millis.size() / 2) / 1000.0;
  }

  private long number(String query) {
    return hub.hub
        .services()
        .store()
        .read(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private Set<String> texts(String query) {
    return new Tables(hub.hub.services().store()).texts(query);
  }

  private Map<String, Double> sums(String query) {
    Map<String, Double> sums = new HashMap<>();
    hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery(query)
                    .map((row, context) -> sums.put(row.getString("name"), row.getDouble("value")))
                    .list());
    return sums;
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }
}
