package dev.hark.hub.job;

import dev.hark.transcript.AnswerScore;
import dev.hark.transcript.CopyEvidence;
import dev.hark.transcript.Hearing;
import dev.hark.transcript.WordCounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What a piece adds to what is known, kept with it, so that it can be taken away again.
 *
 * @param answers how each stands to the text
 * @param copies who copies
 * @param words how they fare, by the keys of {@link KnownWords}
 */
record Told(List<AnswerScore> answers, List<CopyEvidence> copies, Map<String, WordCounts> words) {
  /** Of a piece that was never merged. */
  private static final Told NOTHING = new Told(List.of(), List.of(), Map.of());

  /**
   * By what its answers say together.
   *
   * @param some of its words, of which alone it tells
   */
  static Told by(Hearing hearing, Set<String> some) {
    return new Told(hearing.answers(), hearing.copies(), KnownWords.told(hearing, some));
  }

  /** What a piece has added so far. */
  static Told soFar(Handle handle, String taskId) {
    List<AnswerScore> answers =
        handle
            .createQuery(
                "select worker_id, case when words > 0 then 1 else 0 end as answers, words, errors,"
                    + " missing from piece_answer where task_id = :task")
            .bind("task", taskId)
            .map(
                (row, context) ->
                    new AnswerScore(row.getString("worker_id"), KnownTrust.counts(row), 0))
            .list();
    return handle
        .createQuery("select copies, habits from piece_text where task_id = :task")
        .bind("task", taskId)
        .map(
            (row, context) ->
                new Told(
                    answers,
                    KnownCopies.read(row.getString("copies")),
                    KnownWords.read(row.getString("habits"))))
        .findOne()
        .orElse(NOTHING);
  }
}
