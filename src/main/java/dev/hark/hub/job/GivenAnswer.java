package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  static final String COLUMNS = "a.id, a.worker_id, a.answer, a.state";
  static final String COUNTS = "a.submitted is not null and a.state in ('SUBMITTED', 'APPROVED')";

  /** Those to a task, in the order in which they came. */
  static List<GivenAnswer> all(Handle handle, String taskId) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from assignment a where a.task_id = :task and "
                + COUNTS
                + " order by a.submitted, a.id")
        .bind("task", taskId)
        .map((row, context) -> of(row))
        .list();
  }

  static GivenAnswer of(ResultSet row) throws SQLException {
    return new GivenAnswer(
        row.getString("id"),
        row.getString("worker_id"),
        text(row.getString("answer")),
        row.getString("state"));
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
