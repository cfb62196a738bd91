package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * An answer to a piece that counts: handed in, and not rejected.
 *
 * @param id the assignment's
 * @param text as it was typed
 * @param state {@code SUBMITTED} or {@code APPROVED}
 */
record GivenAnswer(String id, String workerId, String text, String state) {

  /** Those to a task, in the order in which they came. */
  static List<GivenAnswer> all(Handle handle, String taskId) {
    return handle
        .createQuery(
            "select id, worker_id, answer, state from assignment where task_id = :task"
                + " and submitted is not null and state in ('SUBMITTED', 'APPROVED')"
                + " order by submitted, id")
        .bind("task", taskId)
        .map(
            (row, context) ->
                new GivenAnswer(
                    row.getString("id"),
                    row.getString("worker_id"),
                    text(row.getString("answer")),
                    row.getString("state")))
        .list();
  }

  static String text(String json) {
    try {
      return Objects.requireNonNullElse(Json.MAPPER.readValue(json, AnswerJson.class).text(), "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that nobody gave", e);
    }
  }

  Answer heard(Locale language) {
    return Answer.of(workerId, Mark.without(text), language);
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
