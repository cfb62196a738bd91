package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.hub.quality.ChoiceTask;
import dev.hark.hub.quality.Merged;
import dev.hark.hub.quality.Votes;
import dev.hark.hub.work.Publishing;
import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Token;
import dev.hark.transcript.Trust;
import dev.hark.transcript.WordPairs;
import dev.hark.transcript.join.Note;
import dev.hark.wire.Json;
import dev.hark.wire.QuestionJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Handle;

/**
 * An unsure place of a piece's text, and what a second round says to it.
 *
 * @param pieceTaskId the piece
 * @param firstWord of the place, within the piece
 * @param words what stood there, as it is compared; none where the whole piece had none
 * @param readings what others heard, each maybe nothing; none where the piece had no words
 */
record PieceCheck(
    String pieceTaskId, int firstWord, List<String> words, List<List<Token>> readings) {
  static final String YES = "yes";
  static final String NO = "no";

  /** What else may be said of a piece without words. */
  static final List<Mark> MARKS = List.of(Mark.NO_SPEECH, Mark.UNCLEAR);

  private static final String OTHER = "other-";

  /** Words that are shown before and behind a place. */
  private static final int SHOWN = 3;

  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
  private static final TypeReference<List<List<Token>>> READINGS = new TypeReference<>() {};

  PieceCheck {
    words = List.copyOf(words);
    readings = List.copyOf(readings);
  }

  /**
   * One that was posted.
   *
   * @param answer what those who chose an option say together; empty where nobody did
   * @param answers of all its workers
   */
  record Posted(PieceCheck check, Optional<Merged> answer, List<CheckAnswer> answers) {
    Posted {
      answers = List.copyOf(answers);
    }

    /** The option that more than half of all workers chose. */
    private Optional<Merged> majority() {
      return answer.filter(most -> 2 * most.agreeing() > answers.size());
    }
  }

  /**
   * A piece's words, and what is to be known beside them.
   *
   * @param note as in the text
   */
  record Checked(List<MergedWord> words, Note note) {}

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
                  Votes.merged(handle, task),
                  CheckAnswer.all(handle, task.id()));
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
    return words.isEmpty()
        ? text.isEmpty()
        : to <= text.size()
            && text.subList(firstWord, to).stream().map(MergedWord::word).toList().equals(words);
  }

  /**
   * The text as the second round has it. What more than half chose stands there, as probable as
   * they make it; where they say that no reading is right, the words stay and are as improbable.
   * Where none has more than half, but more than half say what is said, in own words or by a
   * choice, these are merged as other answers are.
   */
  Checked applied(Checked text, Posted posted, Locale language) {
    if (!isAbout(text.words())) {
      return text;
    }
    Optional<Merged> majority = posted.majority();
    if (majority.isPresent()) {
      return chosen(text, majority.get());
    }
    List<Answer> said = new ArrayList<>();
    posted.answers().forEach(one -> said(text, one, language).ifPresent(said::add));
    boolean better = posted.answers().stream().anyMatch(CheckAnswer::isBetter);
    return better && 2 * said.size() > posted.answers().size()
        ? with(text, Merger.merge(new Piece(pieceTaskId, said), Trust.NONE).text().words())
        : text;
  }

  private Checked chosen(Checked text, Merged answer) {
    if (words.isEmpty()) {
      return answer.option().equals(YES)
          ? text
          : new Checked(text.words(), Note.valueOf(mark(answer.option()).name()));
    }
    List<MergedWord> place = text.words().subList(firstWord, firstWord + words.size());
    double probability = answer.probability();
    if (answer.option().equals(YES)) {
      return with(text, probable(place, word -> Math.max(word.probability(), probability)));
    }
    if (answer.option().equals(NO)) {
      return with(text, probable(place, word -> Math.min(word.probability(), 1 - probability)));
    }
    return with(
        text,
        reading(answer.option()).stream()
            .map(token -> new MergedWord(token.word(), token.surface(), probability))
            .toList());
  }

  private Checked with(Checked text, List<MergedWord> place) {
    List<MergedWord> changed = new ArrayList<>(text.words());
    List<MergedWord> old = changed.subList(firstWord, firstWord + words.size());
    old.clear();
    old.addAll(place);
    boolean found = words.isEmpty() && !place.isEmpty();
    return new Checked(List.copyOf(changed), found ? Note.NONE : text.note());
  }

  private static List<MergedWord> probable(
      List<MergedWord> place, ToDoubleFunction<MergedWord> probability) {
    return place.stream()
        .map(word -> new MergedWord(word.word(), word.surface(), probability.applyAsDouble(word)))
        .toList();
  }

  /** What somebody says that is said in the place; empty where they do not. */
  private Optional<Answer> said(Checked text, CheckAnswer one, Locale language) {
    if (one.isBetter()) {
      List<Token> typed = Answer.of(one.workerId(), Mark.without(one.words()), language).tokens();
      List<Token> place =
          words.isEmpty()
              ? typed
              : WordPairs.of(typed, text.words().subList(from(), to(text.words())))
                  .correction(firstWord - from(), firstWord - from() + words.size());
      return Optional.of(new Answer(one.workerId(), place));
    }
    if (words.isEmpty() || one.option().isEmpty() || one.option().equals(NO)) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            one.workerId(),
            one.option().equals(YES)
                ? text.words().subList(firstWord, firstWord + words.size()).stream()
                    .map(word -> new Token(word.word(), word.surface()))
                    .toList()
                : reading(one.option())));
  }

  /** Where the words begin that were shown. */
  private int from() {
    return Math.max(0, firstWord - SHOWN);
  }

  private int to(List<MergedWord> text) {
    return Math.min(text.size(), firstWord + words.size() + SHOWN);
  }

  private List<Token> reading(String option) {
    for (int i = 0; i < readings.size(); i++) {
      if (option.equals(other(i))) {
        return readings.get(i);
      }
    }
    throw new IllegalStateException("an option that no check has: " + option);
  }

  /** The mark that an option of a piece without words stands for. */
  private static Mark mark(String option) {
    for (int i = 0; i < MARKS.size(); i++) {
      if (option.equals(other(i))) {
        return MARKS.get(i);
      }
    }
    throw new IllegalStateException("an option that no check has: " + option);
  }
}
