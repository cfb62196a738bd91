package dev.hark.hub.job;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a worker said to a piece that came to them a second time. It is paid like others, is no
 * answer to the piece, and tells how far the worker agrees with themselves.
 *
 * @param taskId of the piece, as it came once more
 * @param first the assignment in which they answered it before
 */
record Repeat(String taskId, String first, GivenAnswer answer) {

  /** Those to a piece, in the order in which they came. */
  static List<Repeat> all(Handle handle, String taskId) {
    return handle
        .createQuery(
            "select r.task_id, r.of_assignment_id, "
                + GivenAnswer.COLUMNS
                // Cross: else SQLite looks through all answers of the hub first.
                + " from repeat_task r cross join assignment a"
                + " where a.task_id = r.task_id and r.of_task_id = :task and "
                + GivenAnswer.COUNTS
                + " order by a.submitted, a.id")
        .bind("task", taskId)
        .map(
            (row, context) ->
                new Repeat(
                    row.getString("task_id"),
                    row.getString("of_assignment_id"),
                    GivenAnswer.of(row)))
        .list();
  }

  /**
   * How much of both answers is the same; empty where the first counts no more.
   *
   * @param answers to the piece
   */
  Optional<Double> agreement(List<GivenAnswer> answers, Locale language) {
    return answers.stream()
        .filter(one -> one.id().equals(first))
        .map(
            one ->
                Closeness.of(
                    answer.heard(language).tokens(),
                    GoldAnswers.words(one.heard(language).tokens())))
        .findFirst();
  }

  void save(Handle handle, Optional<Double> agreement) {
    handle.execute(
        "update repeat_task set agreement = ? where task_id = ?", agreement.orElse(null), taskId);
  }
}
