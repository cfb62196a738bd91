package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.hub.quality.ChoiceTask;
import dev.hark.hub.quality.Merged;
import dev.hark.hub.quality.Votes;
import dev.hark.hub.work.Publishing;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Token;
import dev.hark.wire.Json;
import dev.hark.wire.QuestionJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * An unsure place of a piece's text, and what a second round says to it.
 *
 * @param pieceTaskId the piece
 * @param firstWord of the place, within the piece
 * @param words what stood there, as it is compared
 * @param readings what others heard, each maybe nothing
 */
record PieceCheck(
    String pieceTaskId, int firstWord, List<String> words, List<List<Token>> readings) {
  static final String YES = "yes";
  static final String NO = "no";
  private static final String OTHER = "other-";

  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
  private static final TypeReference<List<List<Token>>> READINGS = new TypeReference<>() {};

  PieceCheck {
    words = List.copyOf(words);
    readings = List.copyOf(readings);
  }

  /**
   * One that was posted.
   *
   * @param answer what its workers say together; empty where nobody answered
   */
  record Posted(PieceCheck check, Optional<Merged> answer) {}

  /** The id of the option for a reading. */
  static String other(int reading) {
    return OTHER + (reading + 1);
  }

  void save(Handle handle, String jobId, String taskId) {
    handle.execute(
        "insert into piece_check (task_id, job_id, piece_task_id, first_word, words, readings)"
            + " values (?, ?, ?, ?, ?, ?)",
        taskId,
        jobId,
        pieceTaskId,
        firstWord,
        Publishing.json(words),
        Publishing.json(readings));
  }

  /** Those of a job, of each piece the last place first. */
  static List<Posted> all(Handle handle, String jobId) {
    return handle
        .createQuery(
            "select c.*, t.group_id, t.question from piece_check c join task t on t.id = c.task_id"
                + " where c.job_id = :job order by c.piece_task_id, c.first_word desc, c.task_id")
        .bind("job", jobId)
        .map(
            (row, context) -> {
              ChoiceTask task =
                  ChoiceTask.of(
                          row.getString("task_id"),
                          row.getString("group_id"),
                          read(row.getString("question"), new TypeReference<QuestionJson>() {})
                              .toQuestion(),
                          Optional.empty())
                      .orElseThrow();
              return new Posted(
                  new PieceCheck(
                      row.getString("piece_task_id"),
                      row.getInt("first_word"),
                      read(row.getString("words"), WORDS),
                      read(row.getString("readings"), READINGS)),
                  Votes.merged(handle, task));
            })
        .list();
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a check that nobody posted", e);
    }
  }

  /** Whether the text still has the words that were asked about. */
  boolean isAbout(List<MergedWord> text) {
    int to = firstWord + words.size();
    return to <= text.size()
        && text.subList(firstWord, to).stream().map(MergedWord::word).toList().equals(words);
  }

  /**
   * The text as the second round has it: what most of them chose, as probable as they make it; of
   * no reading is right, the words stay and are as improbable.
   */
  List<MergedWord> applied(List<MergedWord> text, Merged answer) {
    if (!answer.isMajority() || !isAbout(text)) {
      return text;
    }
    List<MergedWord> changed = new ArrayList<>(text);
    List<MergedWord> place = changed.subList(firstWord, firstWord + words.size());
    if (answer.option().equals(YES)) {
      place.replaceAll(word -> probable(word, Math.max(word.probability(), answer.probability())));
    } else if (answer.option().equals(NO)) {
      place.replaceAll(
          word -> probable(word, Math.min(word.probability(), 1 - answer.probability())));
    } else {
      place.clear();
      place.addAll(reading(answer));
    }
    return List.copyOf(changed);
  }

  private static MergedWord probable(MergedWord word, double probability) {
    return new MergedWord(word.word(), word.surface(), probability);
  }

  private List<MergedWord> reading(Merged answer) {
    for (int i = 0; i < readings.size(); i++) {
      if (answer.option().equals(other(i))) {
        return readings.get(i).stream()
            .map(token -> new MergedWord(token.word(), token.surface(), answer.probability()))
            .toList();
      }
    }
    throw new IllegalStateException("an option that no check has: " + answer.option());
  }
}
