package dev.hark.hub.job;

import dev.hark.transcript.AnswerScore;
import dev.hark.transcript.Counts;
import dev.hark.transcript.Trust;
import dev.hark.transcript.WordCounts;
import dev.hark.transcript.WorkerPair;
import dev.hark.transcript.WorkerQuality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How often workers err, kept as sums over all pieces of all jobs in a language, and read for the
 * few who answered one piece.
 */
record KnownTrust(
    Map<String, Counts> workers, Counts everybody, KnownCopies copies, KnownWords words)
    implements Trust {
  /** By so much a worker's rate may move before pieces that it counted in are merged again. */
  private static final double MOST_DRIFT = 0.1;

  /** Stands for all workers together; nobody's id is empty. */
  private static final String EVERYBODY = "";

  @Override
  public Counts of(String worker) {
    return workers.getOrDefault(worker, Counts.NONE);
  }

  @Override
  public double copying(WorkerPair pair) {
    return copies.of(pair);
  }

  @Override
  public WordCounts word(String word) {
    return words.word(word);
  }

  @Override
  public WordCounts allWords() {
    return words.allWords();
  }

  @Override
  public WordCounts confident(int tenth) {
    return words.confident(tenth);
  }

  /**
   * What is known of some workers and words from other pieces than one.
   *
   * @param own what that one has added
   */
  static KnownTrust without(
      Handle handle, String language, List<String> workers, Set<String> words, Told own) {
    List<String> ids = new ArrayList<>(workers);
    ids.add(EVERYBODY);
    Map<String, Counts> known = new HashMap<>();
    handle
        .createQuery(
            "select worker_id, answers, words, errors, missing from worker_trust"
                + " where language = :language and worker_id in (<workers>)")
        .bind("language", language)
        .bindList("workers", ids)
        .map((row, context) -> known.put(row.getString("worker_id"), counts(row)))
        .list();
    sums(own.answers(), -1).forEach((worker, counts) -> known.merge(worker, counts, Counts::plus));
    return new KnownTrust(
        known,
        known.getOrDefault(EVERYBODY, Counts.NONE),
        KnownCopies.without(handle, language, workers, own.copies()),
        KnownWords.without(handle, language, words, own.words()));
  }

  static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("answers"),
        row.getLong("words"),
        row.getDouble("errors"),
        row.getLong("missing"));
  }

  private static Map<String, Counts> sums(List<AnswerScore> answers, int sign) {
    Map<String, Counts> sums = new TreeMap<>();
    for (AnswerScore answer : answers) {
      Counts one = sign > 0 ? answer.counts() : Counts.NONE.minus(answer.counts());
      sums.merge(answer.worker(), one, Counts::plus);
      sums.merge(EVERYBODY, one, Counts::plus);
    }
    return sums;
  }

  /**
   * Brings the sums up to date, within the transaction that changes what the piece adds. Where a
   * worker proves to be better or worse than other pieces took them for, those are to be merged
   * again. What a piece adds does not depend on whom its text trusts, so that this comes to rest.
   */
  static void change(
      Handle handle,
      String taskId,
      String language,
      List<AnswerScore> before,
      List<AnswerScore> after) {
    Map<String, Counts> changes = sums(before, -1);
    sums(after, 1).forEach((worker, counts) -> changes.merge(worker, counts, Counts::plus));
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into worker_trust (worker_id, language, answers, words, errors, missing)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (worker_id, language) do update set"
                + " answers = worker_trust.answers + excluded.answers,"
                + " words = worker_trust.words + excluded.words,"
                + " errors = worker_trust.errors + excluded.errors,"
                + " missing = worker_trust.missing + excluded.missing");
    // Always in the same order, so that two who change the same rows wait and do not deadlock.
    changes.forEach(
        (worker, counts) -> {
          if (!counts.equals(Counts.NONE)) {
            rows.add(
                worker,
                language,
                counts.answers(),
                counts.words(),
                counts.errors(),
                counts.missing());
          }
        });
    if (rows.size() > 0) {
      rows.execute();
      drift(handle, taskId, language, List.copyOf(changes.keySet()));
    }
  }

  /** What is known of a worker, and what their pieces were last merged by. */
  private record Known(String worker, Counts counts, double mergedRate) {}

  private static void drift(Handle handle, String taskId, String language, List<String> workers) {
    List<Known> all =
        handle
            .createQuery(
                "select worker_id, answers, words, errors, missing, merged_rate from worker_trust"
                    + " where language = :language and worker_id in (<workers>) order by worker_id")
            .bind("language", language)
            .bindList("workers", workers)
            .map(
                (row, context) ->
                    new Known(
                        row.getString("worker_id"), counts(row), row.getDouble("merged_rate")))
            .list();
    // The empty id comes first.
    Counts everybody = all.getFirst().counts();
    for (Known known : all.subList(1, all.size())) {
      double rate = WorkerQuality.of(known.counts(), everybody).errorRate();
      if (Math.abs(rate - known.mergedRate()) > MOST_DRIFT) {
        handle.execute(
            "update worker_trust set merged_rate = ? where worker_id = ? and language = ?",
            rate,
            known.worker(),
            language);
        DuePieces.again(handle, taskId, language, known.worker(), Optional.empty());
      }
    }
  }
}
