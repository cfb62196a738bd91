package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.hub.work.Publishing;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.join.Note;
import dev.hark.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to a piece say together, as it is stored.
 *
 * @param answers how many were merged
 * @param errorsLeft words that are expected to be wrong, missing or too many
 * @param gain how many of those one more answer is expected to take away
 * @param done since when no further answer is wanted
 */
record PieceText(
    String taskId,
    String jobId,
    int number,
    List<MergedWord> words,
    Note note,
    int answers,
    double errorsLeft,
    double gain,
    Optional<Instant> done) {
  private static final TypeReference<List<Stored>> WORDS = new TypeReference<>() {};

  PieceText {
    words = List.copyOf(words);
  }

  /** A word as it is written into the database; short names, since there are many. */
  private record Stored(String w, String s, double p) {}

  static Optional<PieceText> find(Handle handle, String taskId) {
    return handle
        .createQuery("select * from piece_text where task_id = :task")
        .bind("task", taskId)
        .map((row, context) -> of(row))
        .findOne();
  }

  /** Those of a job, in order. */
  static List<PieceText> all(Handle handle, String jobId) {
    return handle
        .createQuery("select * from piece_text where job_id = :job order by number")
        .bind("job", jobId)
        .map((row, context) -> of(row))
        .list();
  }

  private static PieceText of(ResultSet row) throws SQLException {
    long done = row.getLong("done");
    Optional<Instant> end =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(done));
    return new PieceText(
        row.getString("task_id"),
        row.getString("job_id"),
        row.getInt("number"),
        words(row.getString("words")),
        Note.valueOf(row.getString("note")),
        row.getInt("answers"),
        row.getDouble("errors_left"),
        row.getDouble("gain"),
        end);
  }

  static List<MergedWord> words(String json) {
    try {
      return Json.MAPPER.readValue(json, WORDS).stream()
          .map(stored -> new MergedWord(stored.w(), stored.s(), stored.p()))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words that nobody merged", e);
    }
  }

  /** The same with what a second round says to it, the last place first. */
  PieceText checked(List<PieceCheck.Posted> checks, Locale language) {
    PieceCheck.Checked text = new PieceCheck.Checked(words, note);
    for (PieceCheck.Posted posted : checks) {
      text = posted.check().applied(text, posted, language);
    }
    return new PieceText(
        taskId, jobId, number, text.words(), text.note(), answers, errorsLeft, gain, done);
  }

  /** Of a piece that nobody has answered. */
  static PieceText unanswered(JobPiece piece) {
    return new PieceText(
        piece.taskId(),
        piece.jobId(),
        piece.number(),
        List.of(),
        Note.NO_ANSWER,
        0,
        0,
        0,
        Optional.empty());
  }

  /** Those that wait for another answer, in order. */
  static List<Spread.Piece> waiting(Handle handle, String jobId) {
    return handle
        .createQuery(
            "select t.number, t.answers, t.waiting, p.wanted from piece_text t"
                + " join job_piece p on p.job_id = t.job_id and p.number = t.number"
                + " where t.job_id = :job and t.done is null and t.waiting is not null"
                + " order by t.number")
        .bind("job", jobId)
        .map(
            (row, context) ->
                new Spread.Piece(
                    row.getInt("number"),
                    row.getInt("answers"),
                    row.getDouble("waiting"),
                    row.getInt("wanted")))
        .list();
  }

  /**
   * It waits for another answer, or does not.
   *
   * @param gain by which it waits, null where it does not
   */
  static void wait(Handle handle, String taskId, @Nullable Double gain) {
    handle.execute("update piece_text set waiting = ? where task_id = ?", gain, taskId);
  }

  static boolean isDone(Handle handle, String taskId) {
    return handle
        .createQuery("select 1 from piece_text where task_id = :task and done is not null")
        .bind("task", taskId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Writes it, but for whether it is done, with what its answers tell. */
  void save(Handle handle, Instant merged, Told told) {
    handle.execute(
        """
        insert into piece_text
          (task_id, job_id, number, words, note, answers, errors_left, gain, merged, copies,
            habits)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (task_id) do update set words = excluded.words, note = excluded.note,
          answers = excluded.answers, errors_left = excluded.errors_left, gain = excluded.gain,
          merged = excluded.merged, copies = excluded.copies,
          habits = excluded.habits
        """,
        taskId,
        jobId,
        number,
        Publishing.json(
            words.stream()
                .map(word -> new Stored(word.word(), word.surface(), word.probability()))
                .toList()),
        note.name(),
        answers,
        errorsLeft,
        gain,
        merged.toEpochMilli(),
        KnownCopies.json(told.copies()),
        KnownWords.json(told.words()));
  }

  /**
   * @return false where it was done before
   */
  static boolean finish(Handle handle, String taskId, Instant now) {
    return handle.execute(
            "update piece_text set done = ?, waiting = null where task_id = ? and done is null",
            now.toEpochMilli(),
            taskId)
        == 1;
  }
}
