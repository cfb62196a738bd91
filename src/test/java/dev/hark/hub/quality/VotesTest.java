package dev.hark.hub.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.OnEachDatabase;
import dev.hark.hub.TestDatabase;
import dev.hark.hub.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is kept answer by answer, held against the plain computation over everything. */
@OnEachDatabase
class VotesTest {
  private static final int TASKS = 150;
  private static final int WORKERS = 25;
  private static final int EACH = 5;
  private static final List<String> OPTIONS = List.of("a", "b", "c");

  @Parameter TestDatabase database;
  @TempDir Path data;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(database.in(data));
    store.write(
        handle -> {
          handle.execute(
              "insert into account (id, role, name, secret, created)"
                  + " values ('r', 'REQUESTER', 'R', 's', 0)");
          handle.execute(
              "insert into task_group (id, requester_id, title, kind, language, reward_minor,"
                  + " currency, allowed_seconds, approve_seconds, needs, keywords, published,"
                  + " publish_key, fingerprint, open_slots)"
                  + " values ('g', 'r', 't', 'k', 'en', 1, 'EUR', 1, 1, '', '[]', 0, 'k', 'f', 0)");
          for (int worker = 0; worker < WORKERS; worker++) {
            handle.execute(
                "insert into account (id, role, name, secret, created) values (?, 'WORKER', '',"
                    + " 's', 0)",
                "w" + worker);
          }
          for (int task = 0; task < TASKS; task++) {
            handle.execute(
                "insert into task (id, group_id, question) values (?, 'g', '{}')", "t" + task);
          }
          return 0;
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** A market of workers, each right as often as it happens, and wrong each in their own way. */
  private static final class Market {
    final double[] skill = new double[WORKERS];
    final int[] truth = new int[TASKS];
    final List<int[]> answers = new ArrayList<>();

    Market(long seed) {
      Random random = new Random(seed);
      double[] slip = new double[WORKERS];
      for (int worker = 0; worker < WORKERS; worker++) {
        skill[worker] = 0.4 + 0.57 * random.nextDouble();
        slip[worker] = random.nextDouble();
      }
      for (int task = 0; task < TASKS; task++) {
        double drawn = random.nextDouble();
        truth[task] = drawn < 0.5 ? 0 : drawn < 0.8 ? 1 : 2;
      }
      List<List<Integer>> takers = new ArrayList<>();
      for (int task = 0; task < TASKS; task++) {
        List<Integer> all = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
          all.add(worker);
        }
        Collections.shuffle(all, random);
        takers.add(all);
      }
      // Every task gets its first answer before any gets its second, as the market gives them.
      for (int turn = 0; turn < EACH; turn++) {
        for (int task = 0; task < TASKS; task++) {
          int worker = takers.get(task).get(turn);
          int said = truth[task];
          if (random.nextDouble() > skill[worker]) {
            said = (said + (random.nextDouble() < slip[worker] ? 1 : 2)) % 3;
          }
          answers.add(new int[] {task, worker, said});
        }
      }
    }
  }

  private static ChoiceTask task(int number, Optional<String> known) {
    return new ChoiceTask("t" + number, "pool", OPTIONS, known);
  }

  private static void count(Handle handle, int[] answer) {
    Votes.count(handle, task(answer[0], Optional.empty()), "w" + answer[1], OPTIONS.get(answer[2]));
  }

  @Test
  @Requirement("QUALITY-43")
  void labelsAndWorkersAgreeWithThePlainComputationAndBeatTheMereMajority() {
    Market market = new Market(1979);
    BatchDawidSkene batch = new BatchDawidSkene(TASKS, WORKERS, 3, market.answers);
    store.write(
        handle -> {
          market.answers.forEach(answer -> count(handle, answer));
          return 0;
        });
    int same = 0;
    int right = 0;
    int plain = 0;
    Map<String, Double> weights = new HashMap<>();
    for (int task = 0; task < TASKS; task++) {
      int number = task;
      Merged merged =
          store.read(handle -> Votes.merged(handle, task(number, Optional.empty()))).orElseThrow();
      int label = OPTIONS.indexOf(merged.option());
      same += label == batch.label(task) ? 1 : 0;
      right += label == market.truth[task] ? 1 : 0;
      plain += majority(market, task) == market.truth[task] ? 1 : 0;
      weights.putAll(merged.weights());
    }
    double[] mine = new double[WORKERS];
    double[] theirs = new double[WORKERS];
    for (int worker = 0; worker < WORKERS; worker++) {
      mine[worker] = weights.getOrDefault("w" + worker, 0.0);
      theirs[worker] = batch.accuracy(worker);
    }
    String figures =
        "same %.3f, right %.3f, majority %.3f, workers %.3f, skill %.3f"
            .formatted(
                same / (double) TASKS,
                right / (double) TASKS,
                plain / (double) TASKS,
                correlation(mine, theirs),
                correlation(mine, market.skill));
    assertTrue(same >= 0.93 * TASKS, figures);
    assertTrue(right >= plain, figures);
    assertTrue(correlation(mine, theirs) >= 0.93, figures);
    assertTrue(correlation(mine, market.skill) >= 0.75, figures);
  }

  private static int majority(Market market, int task) {
    int[] votes = new int[3];
    market.answers.stream().filter(answer -> answer[0] == task).forEach(a -> votes[a[2]]++);
    return votes[0] >= votes[1] && votes[0] >= votes[2] ? 0 : votes[1] >= votes[2] ? 1 : 2;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double both = 0;
    double onlyA = 0;
    double onlyB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      onlyA += (a[i] - meanA) * (a[i] - meanA);
      onlyB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / Math.sqrt(onlyA * onlyB);
  }

  @Test
  @Requirement({"QUALITY-42", "QUALITY-43"})
  void theCountsAreTheSumOverAllTasksWhateverWasCountedAndTakenBack() {
    Market market = new Market(7);
    Random random = new Random(7);
    Set<String> there = new HashSet<>();
    store.write(
        handle -> {
          for (int[] answer : market.answers.subList(0, 300)) {
            count(handle, answer);
            there.add(answer[0] + " " + answer[1]);
            int[] other = market.answers.get(random.nextInt(300));
            if (there.contains(other[0] + " " + other[1])) {
              if (random.nextBoolean()) {
                Votes.withdraw(handle, task(other[0], Optional.empty()), "w" + other[1]);
              } else {
                count(handle, new int[] {other[0], other[1], random.nextInt(3)});
              }
            }
          }
          return 0;
        });
    Map<String, Double> kept = new HashMap<>();
    Map<String, Double> summed = new HashMap<>();
    store.read(
        handle -> {
          read(
              handle,
              "select worker_id || ' ' || truth || ' ' || said as name, weight as value"
                  + " from choice_confusion",
              kept);
          read(
              handle,
              "select v.worker_id || ' ' || b.truth || ' ' || v.said as name,"
                  + " sum(b.probability) as value from choice_vote v"
                  + " join choice_belief b on b.task_id = v.task_id"
                  + " group by v.worker_id, b.truth, v.said",
              summed);
          read(handle, "select truth as name, weight as value from choice_prior", kept);
          read(
              handle,
              "select truth as name, sum(probability) as value from choice_belief group by truth",
              summed);
          return 0;
        });
    assertTrue(summed.size() > 100);
    kept.forEach((name, value) -> assertEquals(summed.getOrDefault(name, 0.0), value, 1e-9, name));
    assertTrue(kept.keySet().containsAll(summed.keySet()));
  }

  private static void read(Handle handle, String query, Map<String, Double> into) {
    handle
        .createQuery(query)
        .map((row, context) -> into.put(row.getString("name"), row.getDouble("value")))
        .list();
  }

  @Test
  @Requirement("QUALITY-43")
  void whoIsRightOnGoldWeighsMoreThanWhoIsNot() {
    store.write(
        handle -> {
          for (int task = 0; task < 10; task++) {
            ChoiceTask gold = task(task, Optional.of("a"));
            Votes.count(handle, gold, "w0", "a");
            Votes.count(handle, gold, "w1", "b");
            Votes.count(handle, gold, "w2", "b");
          }
          ChoiceTask open = task(20, Optional.empty());
          Votes.count(handle, open, "w0", "c");
          Votes.count(handle, open, "w1", "b");
          Merged two = Votes.merged(handle, open).orElseThrow();
          assertTrue(
              two.weights().getOrDefault("w0", 0.0) > two.weights().getOrDefault("w1", 1.0),
              two.toString());
          return 0;
        });
    Merged gold =
        store.read(handle -> Votes.merged(handle, task(1, Optional.of("a")))).orElseThrow();
    assertEquals("a", gold.option());
    assertEquals(1.0, gold.probability());
    assertEquals(1, gold.agreeing());
  }
}
