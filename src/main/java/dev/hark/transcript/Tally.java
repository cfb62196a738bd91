package dev.hark.transcript;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of workers and words, kept in memory. For one thread at a time where it changes.
 */
public final class Tally implements Trust {
  private final Map<String, Counts> workers = new HashMap<>();
  private final Map<String, WordCounts> words = new HashMap<>();
  private Counts everybody = Counts.NONE;
  private WordCounts allWords = WordCounts.NONE;
  private final WordCounts[] confident = new WordCounts[Confidences.TENTHS];

  /** Knows nothing yet. */
  public Tally() {
    Arrays.fill(confident, WordCounts.NONE);
  }

  @Override
  public Counts of(String worker) {
    return workers.getOrDefault(worker, Counts.NONE);
  }

  @Override
  public Counts everybody() {
    return everybody;
  }

  @Override
  public WordCounts word(String word) {
    return words.getOrDefault(word, WordCounts.NONE);
  }

  @Override
  public WordCounts allWords() {
    return allWords;
  }

  @Override
  public WordCounts confident(int tenth) {
    return confident[tenth];
  }

  /** Takes in all that another knows. */
  void add(Tally other) {
    other.workers.forEach((worker, counts) -> workers.merge(worker, counts, Counts::plus));
    other.words.forEach((word, counts) -> words.merge(word, counts, WordCounts::plus));
    everybody = everybody.plus(other.everybody);
    allWords = allWords.plus(other.allWords);
    add(other.confident);
  }

  /** Takes in what a piece tells of confidences, by tenth. */
  void add(WordCounts[] byTenth) {
    for (int i = 0; i < confident.length; i++) {
      confident[i] = confident[i].plus(byTenth[i]);
    }
  }

  /** Takes in what a piece tells of its workers and words. */
  public void add(Hearing hearing) {
    add(hearing.answers());
    hearing.words().forEach(this::add);
    add(hearing.confidences().toArray(WordCounts[]::new));
  }

  /** Takes out again what was taken in. */
  public void remove(Hearing hearing) {
    remove(hearing.answers());
    hearing.words().forEach((word, counts) -> add(word, WordCounts.NONE.minus(counts)));
    add(hearing.confidences().stream().map(WordCounts.NONE::minus).toArray(WordCounts[]::new));
  }

  void add(String word, WordCounts counts) {
    words.merge(word, counts, WordCounts::plus);
    allWords = allWords.plus(counts);
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
