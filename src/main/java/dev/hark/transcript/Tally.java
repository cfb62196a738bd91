package dev.hark.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of workers, kept in memory. For one thread at a time where it changes. */
public final class Tally implements Trust {
  private final Map<String, Counts> workers = new HashMap<>();
  private Counts everybody = Counts.NONE;

  @Override
  public Counts of(String worker) {
    return workers.getOrDefault(worker, Counts.NONE);
  }

  @Override
  public Counts everybody() {
    return everybody;
  }

  /** Takes in what a piece tells of its workers. */
  public void add(List<AnswerScore> answers) {
    for (AnswerScore answer : answers) {
      workers.merge(answer.worker(), answer.counts(), Counts::plus);
      everybody = everybody.plus(answer.counts());
    }
  }

  /** Takes out again what was taken in. */
  public void remove(List<AnswerScore> answers) {
    for (AnswerScore answer : answers) {
      workers.merge(answer.worker(), answer.counts(), (all, one) -> all.minus(one));
      everybody = everybody.minus(answer.counts());
    }
  }

  /** How far each worker can be trusted, in the order of their ids; without who wrote no word. */
  public Map<String, WorkerQuality> qualities() {
    Map<String, WorkerQuality> qualities = new TreeMap<>();
    workers.forEach(
        (worker, counts) -> {
          if (counts.answers() > 0) {
            qualities.put(worker, WorkerQuality.of(counts, everybody));
          }
        });
    return qualities;
  }
}
