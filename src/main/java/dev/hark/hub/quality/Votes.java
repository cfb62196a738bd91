package dev.hark.hub.quality;

import dev.hark.hub.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The options that workers chose, and what follows from them. Each change takes what its task had
 * added to the expected counts away, weighs the task's answers anew, and adds that: it costs as
 * much as the task has answers, whatever was answered before.
 */
public final class Votes {
  /** A belief that moves less than this in every truth stays as it is written. */
  private static final double STILL = 1e-3;

  private Votes() {}

  /** An answer counts, in the place of an earlier one of the same worker. */
  public static void count(Handle handle, ChoiceTask task, String workerId, String said) {
    change(handle, task, workerId, Optional.of(said));
  }

  /** A worker's answer counts no more. */
  public static void withdraw(Handle handle, ChoiceTask task, String workerId) {
    change(handle, task, workerId, Optional.empty());
  }

  /** What the answers that count say together, as workers are known now; empty where none does. */
  public static Optional<Merged> merged(Handle handle, ChoiceTask task) {
    Map<String, String> votes = votes(handle, task.id());
    if (votes.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> before = belief(handle, task.id());
    DawidSkene model = new DawidSkene(task.options(), prior(handle, task, before));
    Map<String, Counts> counts = counts(handle, task, votes, before);
    Map<String, Double> belief = weigh(model, task, votes, counts);
    Map.Entry<String, Double> most =
        belief.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    Map<String, Double> weights = new HashMap<>();
    votes.keySet().forEach(worker -> weights.put(worker, model.accuracy(of(counts, worker))));
    int agreeing = (int) votes.values().stream().filter(said -> said.equals(most.getKey())).count();
    return Optional.of(new Merged(most.getKey(), most.getValue(), agreeing, votes.size(), weights));
  }

  private static void change(
      Handle handle, ChoiceTask task, String workerId, Optional<String> said) {
    Store.lock(handle, "task:" + task.id());
    Map<String, String> old = votes(handle, task.id());
    Map<String, Double> before = belief(handle, task.id());
    Map<String, String> votes = new TreeMap<>(old);
    said.ifPresentOrElse(option -> votes.put(workerId, option), () -> votes.remove(workerId));
    if (votes.equals(old)) {
      return;
    }
    Map<String, Double> after = Map.of();
    if (!votes.isEmpty()) {
      Map<String, Counts> counts = counts(handle, task, votes, before);
      after =
          weigh(new DawidSkene(task.options(), prior(handle, task, before)), task, votes, counts);
      if (still(before, after)) {
        after = before;
      }
    }
    write(handle, task, workerId, said);
    add(handle, task, new Part(old, before), new Part(votes, after));
  }

  /** A known answer needs no weighing. */
  private static Map<String, Double> weigh(
      DawidSkene model, ChoiceTask task, Map<String, String> votes, Map<String, Counts> counts) {
    if (task.known().isPresent()) {
      Map<String, Double> sure = new LinkedHashMap<>();
      task.options()
          .forEach(option -> sure.put(option, option.equals(task.known().get()) ? 1.0 : 0.0));
      return sure;
    }
    return model.belief(
        votes.entrySet().stream()
            .map(vote -> new DawidSkene.Vote(vote.getValue(), of(counts, vote.getKey())))
            .toList());
  }

  private static boolean still(Map<String, Double> before, Map<String, Double> after) {
    return !before.isEmpty()
        && after.entrySet().stream()
            .allMatch(
                entry ->
                    Math.abs(entry.getValue() - before.getOrDefault(entry.getKey(), 0.0)) < STILL);
  }

  /** What a task adds to the expected counts: its votes, each under each truth. */
  private record Part(Map<String, String> votes, Map<String, Double> belief) {}

  private static void add(Handle handle, ChoiceTask task, Part old, Part now) {
    Map<List<String>, Double> confusion = new HashMap<>();
    Map<String, Double> prior = new HashMap<>();
    add(confusion, prior, old, -1);
    add(confusion, prior, now, 1);
    PreparedBatch counts =
        handle.prepareBatch(
            "insert into choice_confusion (pool, worker_id, truth, said, weight)"
                + " values (?, ?, ?, ?, ?) on conflict (pool, worker_id, truth, said)"
                + " do update set weight = choice_confusion.weight + excluded.weight");
    // Always in the same order, so that two who change the same rows wait and do not deadlock.
    confusion.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .sorted(Comparator.comparing(entry -> String.join("\n", entry.getKey())))
        .forEach(
            entry ->
                counts.add(
                    task.pool(),
                    entry.getKey().get(0),
                    entry.getKey().get(1),
                    entry.getKey().get(2),
                    entry.getValue()));
    execute(counts);
    PreparedBatch priors =
        handle.prepareBatch(
            "insert into choice_prior (pool, truth, weight) values (?, ?, ?)"
                + " on conflict (pool, truth) do update set"
                + " weight = choice_prior.weight + excluded.weight");
    new TreeMap<>(prior)
        .forEach(
            (truth, weight) -> {
              if (weight != 0) {
                priors.add(task.pool(), truth, weight);
              }
            });
    execute(priors);
    if (!now.belief().equals(old.belief())) {
      handle.execute("delete from choice_belief where task_id = ?", task.id());
      PreparedBatch beliefs =
          handle.prepareBatch(
              "insert into choice_belief (task_id, truth, probability) values (?, ?, ?)");
      now.belief().forEach((truth, probability) -> beliefs.add(task.id(), truth, probability));
      execute(beliefs);
    }
  }

  private static void add(
      Map<List<String>, Double> confusion, Map<String, Double> prior, Part part, int sign) {
    part.belief()
        .forEach(
            (truth, probability) -> {
              prior.merge(truth, sign * probability, Double::sum);
              part.votes()
                  .forEach(
                      (worker, said) ->
                          confusion.merge(
                              List.of(worker, truth, said), sign * probability, Double::sum));
            });
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void write(
      Handle handle, ChoiceTask task, String workerId, Optional<String> said) {
    said.ifPresentOrElse(
        option ->
            handle.execute(
                "insert into choice_vote (task_id, worker_id, pool, said) values (?, ?, ?, ?)"
                    + " on conflict (task_id, worker_id) do update set said = excluded.said",
                task.id(),
                workerId,
                task.pool(),
                option),
        () ->
            handle.execute(
                "delete from choice_vote where task_id = ? and worker_id = ?",
                task.id(),
                workerId));
  }

  private static Map<String, String> votes(Handle handle, String taskId) {
    Map<String, String> votes = new TreeMap<>();
    handle
        .createQuery("select worker_id, said from choice_vote where task_id = :task")
        .bind("task", taskId)
        .map((row, context) -> votes.put(row.getString("worker_id"), row.getString("said")))
        .list();
    return votes;
  }

  private static Map<String, Double> belief(Handle handle, String taskId) {
    Map<String, Double> belief = new HashMap<>();
    handle
        .createQuery("select truth, probability from choice_belief where task_id = :task")
        .bind("task", taskId)
        .map((row, context) -> belief.put(row.getString("truth"), row.getDouble("probability")))
        .list();
    return belief;
  }

  /** Tasks by truth, without this one. */
  private static Map<String, Double> prior(
      Handle handle, ChoiceTask task, Map<String, Double> own) {
    Map<String, Double> prior = new HashMap<>();
    handle
        .createQuery("select truth, weight from choice_prior where pool = :pool")
        .bind("pool", task.pool())
        .map((row, context) -> prior.put(row.getString("truth"), row.getDouble("weight")))
        .list();
    own.forEach((truth, probability) -> prior.merge(truth, -probability, Double::sum));
    return prior;
  }

  /** A worker's answers to other tasks of the pool. */
  private record Counts(Map<List<String>, Double> weights) implements DawidSkene.Counts {
    @Override
    public double of(String truth, String said) {
      return weights.getOrDefault(List.of(truth, said), 0.0);
    }
  }

  private static Counts of(Map<String, Counts> counts, String worker) {
    return Objects.requireNonNull(counts.get(worker));
  }

  private static Map<String, Counts> counts(
      Handle handle, ChoiceTask task, Map<String, String> votes, Map<String, Double> own) {
    Map<String, Counts> all = new HashMap<>();
    votes.keySet().forEach(worker -> all.put(worker, new Counts(new HashMap<>())));
    List<String> workers = new ArrayList<>(votes.keySet());
    handle
        .createQuery(
            "select worker_id, truth, said, weight from choice_confusion"
                + " where pool = :pool and worker_id in (<workers>)")
        .bind("pool", task.pool())
        .bindList("workers", workers)
        .map(
            (row, context) ->
                of(all, row.getString("worker_id"))
                    .weights()
                    .put(
                        List.of(row.getString("truth"), row.getString("said")),
                        row.getDouble("weight")))
        .list();
    votes(handle, task.id())
        .forEach(
            (worker, said) -> {
              Counts counts = all.get(worker);
              if (counts != null) {
                own.forEach(
                    (truth, probability) ->
                        counts.weights().merge(List.of(truth, said), -probability, Double::sum));
              }
            });
    return all;
  }
}
