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
 * @param confidences of a recogniser, one for each word; empty where it wrote none
 * @param state {@code SUBMITTED} or {@code APPROVED}
 */
record GivenAnswer(
    String id, String workerId, String text, List<Double> confidences, String state) {

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
    AnswerJson answer = read(row.getString("answer"));
    return new GivenAnswer(
        row.getString("id"),
        row.getString("worker_id"),
        Objects.requireNonNullElse(answer.text(), ""),
        Objects.requireNonNullElse(answer.confidences(), List.of()),
        row.getString("state"));
  }

  static String text(String json) {
    return Objects.requireNonNullElse(read(json).text(), "");
  }

  private static AnswerJson read(String json) {
    try {
      return Json.MAPPER.readValue(json, AnswerJson.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that nobody gave", e);
    }
  }

  Answer heard(Locale language) {
    return confidences.isEmpty()
        ? Answer.of(workerId, Mark.without(text), language)
        : Answer.of(workerId, Mark.words(text), confidences, language);
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
