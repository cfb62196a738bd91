package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Ids;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.NewJobJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.SettledDisputeJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever people do with a recording in whatever order, its money adds up. */
@OnEachDatabase
class JobPropertyTest extends WorkingHub {
  /** More of them: {@code -Dhark.job.seeds=100}. */
  private static final int SEEDS = Integer.getInteger("hark.job.seeds", 6);

  private static final int STEPS = 80;
  private static final int WORKERS = 5;
  private static final long BONUS = 6;
  private static final String SAID = "the old keeper rowed out at dawn";
  private static final List<String> OTHERS =
      List.of(
          "buy cheap watches here today",
          "the old keeper road out at dawn",
          "[no speech]",
          "",
          "the keeper rowed [unclear]");

  private final Map<String, Integer> done = new TreeMap<>();
  private final List<Caller> workers = new ArrayList<>();

  /** One recording, and what came of it so far. */
  private final class Play {
    private final Random random;
    private final boolean honest;
    private final JobJson job;
    private final List<Taken> held = new ArrayList<>();

    private record Taken(Caller worker, String assignment) {}

    Play(int seed) {
      random = new Random(seed);
      honest = seed % 3 == 0;
      NewJobJson asked = Recording.job(requester, 2, 2, 3, seed % 2 == 0 ? 5 : null);
      NewJobJson wanted = Recording.repeating(asked, seed % 4 < 2 ? 0.2 : 0.01);
      job = requester.post("/jobs", "seed" + seed, wanted).as(JobJson.class);
      if (seed % 4 > 0) {
        mixGold();
      }
    }

    private void mixGold() {
      List<Object> golds = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        QuestionJson question =
            new QuestionJson("transcription", "Write it, " + i + ".", List.of(), null, null);
        golds.add(new NewTaskJson(question, TestHub.text(SAID)));
      }
      String path = "/task-groups/" + job.groupId() + "/quality";
      var set = requester.put(path, Map.of("goldRate", 0.4, "goldTasks", golds));
      assertEquals(200, set.status(), set.text());
    }

    private String step() {
      int chance = random.nextInt(200);
      if (chance < 50) {
        return accept();
      } else if (chance < 100) {
        return submit();
      } else if (chance < 160) {
        return decide();
      } else if (chance < 180) {
        return dispute();
      } else if (chance < 182) {
        return note("expire", operator.post("/posted/" + job.groupId() + "/expire"));
      } else if (chance < 194) {
        return look();
      }
      hub.clock.forward(Duration.ofMinutes(1 + random.nextInt(300)));
      return "time goes by";
    }

    private String look() {
      return note("look", requester.get("/jobs/" + job.id() + "/progress"));
    }

    private String accept() {
      Caller worker = any(random, workers);
      var answer = worker.postKey("/task-groups/" + job.groupId() + "/assignments", Ids.next());
      if (answer.status() == 201) {
        held.add(new Taken(worker, answer.json().get("id").asText()));
      }
      return note("accept", answer);
    }

    private String submit() {
      if (held.isEmpty()) {
        return "nothing";
      }
      Taken taken = last(random, held);
      String path = "/assignments/" + taken.assignment();
      if (random.nextInt(8) == 0) {
        return note("give back", taken.worker().post(path + "/return"));
      }
      String words = honest || random.nextBoolean() ? SAID : any(random, OTHERS);
      String key = "k" + taken.assignment() + random.nextInt(3);
      return note("submit", taken.worker().post(path + "/answer", key, TestHub.text(words)));
    }

    private String decide() {
      if (held.isEmpty()) {
        return "nothing";
      }
      String path = "/submissions/" + last(random, held).assignment();
      boolean again = random.nextBoolean();
      return switch (random.nextInt(5)) {
        case 0 -> note("approve", operator.post(path + "/approve"));
        case 1 ->
            note(
                "reject", operator.post(path + "/reject", new DecisionJson("other", "No.", again)));
        case 2, 3 -> note("overturn", operator.post(path + "/overturn"));
        default -> note("redo", operator.post(path + "/redo", new NewRedoJson("More.", 3_600L)));
      };
    }

    /** Somebody says that their bonus is too small, where one is. */
    private String dispute() {
      Caller worker = any(random, workers);
      Optional<String> id =
          worker.items("/compared", ComparedJson.class).stream()
              .filter(one -> one.dispute() == null && one.bonus().minor() < BONUS)
              .map(ComparedJson::assignmentId)
              .findFirst();
      if (id.isEmpty()) {
        return "nothing";
      }
      String path = "/compared/" + id.get() + "/dispute";
      note("dispute", worker.post(path, new ObjectionJson("He says road.")));
      SettledDisputeJson settled =
          random.nextBoolean()
              ? new SettledDisputeJson(true, null)
              : new SettledDisputeJson(false, "He does not.");
      return note("settle", operator.post("/disputes/" + id.get() + "/settle", settled));
    }

    /** All is handed in or over, and nobody looks at what waits for a person. */
    private void end() {
      operator.post("/posted/" + job.groupId() + "/expire");
      for (int i = 0; i < 3; i++) {
        hub.clock.forward(Duration.ofDays(30));
        requester.get("/submissions");
        operator.get("/posted");
        look();
      }
    }

    private void check(String where) {
      for (String book : List.of(Book.job(job.id()), Book.escrow(job.groupId()))) {
        assertEquals(0, hub.hub.services().ledger().balance(book, "EUR"), where + " " + book);
      }
      for (Taken taken : held) {
        String state = state(taken.assignment());
        if (state.equals("APPROVED")) {
          ComparedJson one =
              taken.worker().get("/compared/" + taken.assignment()).as(ComparedJson.class);
          long bonus = one.bonus().minor();
          assertTrue(bonus >= 0 && bonus <= BONUS, where + " " + one);
          assertTrue(!honest || bonus == BONUS, where + " " + one);
          done.merge(isGold(taken.assignment()) ? "gold" : "piece", 1, Integer::sum);
        }
      }
    }

    private boolean isGold(String assignment) {
      return find(
              "select k.task_id from gold_task k join assignment a on a.task_id = k.task_id"
                  + " where a.id = :id",
              assignment)
          .isPresent();
    }

    private String state(String assignment) {
      return find("select state from assignment where id = :id", assignment).orElseThrow();
    }

    private Optional<String> find(String query, String id) {
      return hub.hub
          .services()
          .store()
          .read(handle -> handle.createQuery(query).bind("id", id).mapTo(String.class).findOne());
    }
  }

  @Test
  @Requirement({"TRN-70", "TRN-75", "TRN-76", "TRN-77"})
  void afterEachStepTheLedgerAddsUpAndInTheEndAllBonusesAreDecidedOn() {
    operator.put("/fee", Map.of("basisPoints", 2_000));
    for (int i = 0; i < WORKERS; i++) {
      workers.add(hub.worker());
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      Play play = new Play(seed);
      for (int step = 0; step < STEPS; step++) {
        String what = play.step();
        var check = operator.get("/ledger/check").json();
        String where = "seed " + seed + ", step " + step + ", " + what + ": " + check;
        assertTrue(check.get("balanced").asBoolean(), where);
      }
      play.end();
      play.check("seed " + seed);
    }
    for (String kind :
        List.of("submit", "give back", "approve", "reject", "overturn", "redo", "settle", "gold")) {
      assertTrue(done.getOrDefault(kind, 0) > 0, kind + " never succeeded: " + done);
    }
  }

  private String note(String kind, Caller.Answered answer) {
    assertTrue(answer.status() < 500, kind + " " + answer.text());
    if (answer.status() < 300) {
      done.merge(kind, 1, Integer::sum);
    }
    return kind + " " + answer.status();
  }

  private static <T> T last(Random random, List<T> list) {
    return list.get(list.size() - 1 - random.nextInt(Math.min(list.size(), 4)));
  }

  private static <T> T any(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
