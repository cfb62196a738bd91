package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.task.Mark;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * What one listener says in a second round: one of the options, or in own words what is said.
 *
 * @param option its id; empty for own words
 * @param words own words, with their marks; empty for an option
 */
record CheckAnswer(String workerId, String option, String words) {

  /** Those to a task that count, in the order in which they came. */
  static List<CheckAnswer> all(Handle handle, String taskId) {
    return handle
        .createQuery(
            "select a.worker_id, a.answer from assignment a where a.task_id = :task and "
                + GivenAnswer.COUNTS
                + " order by a.submitted, a.id")
        .bind("task", taskId)
        .map((row, context) -> of(row.getString("worker_id"), row.getString("answer")))
        .list();
  }

  private static CheckAnswer of(String workerId, String json) {
    try {
      AnswerJson answer = Json.MAPPER.readValue(json, AnswerJson.class);
      return new CheckAnswer(
          workerId,
          Objects.requireNonNullElse(answer.option(), ""),
          Objects.requireNonNullElse(answer.text(), ""));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that nobody gave", e);
    }
  }

  /** Whether it is in own words, and not a mark alone. */
  boolean isBetter() {
    return !Mark.without(words).isEmpty();
  }
}
