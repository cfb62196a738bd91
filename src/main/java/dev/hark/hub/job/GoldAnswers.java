package dev.hark.hub.job;

import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Answers to gold that is mixed in among a recording's pieces: how near each is to the known words.
 * They earn a bonus like others, a day later or when the recording is done, so that no worker knows
 * gold by it while they may meet more.
 */
final class GoldAnswers {
  private static final Duration LATER = Duration.ofDays(1);

  private GoldAnswers() {}

  private record Given(
      GivenAnswer answer, String gold, String jobId, Locale language, Instant submitted) {
    double closeness() {
      return Closeness.of(answer.heard(language).tokens(), words(gold, language));
    }
  }

  /** The words that gold is known to have. */
  static List<MergedWord> words(String gold, Locale language) {
    return words(Answer.of("", Mark.without(GivenAnswer.text(gold)), language).tokens());
  }

  /** Words as if everybody had written them. */
  static List<MergedWord> words(List<Token> tokens) {
    return tokens.stream().map(token -> new MergedWord(token.word(), token.surface(), 1)).toList();
  }

  /** The answers to a task are others than before, within the transaction that does it. */
  static void changed(Handle handle, String taskId) {
    List<Given> given =
        handle
            .createQuery(
                "select "
                    + GivenAnswer.COLUMNS
                    + ", t.gold, j.id as job_id, j.language, a.submitted"
                    + " from task t join job j on j.group_id = t.group_id"
                    + " join assignment a on a.task_id = t.id"
                    + " left join piece_answer p on p.assignment_id = a.id"
                    + " where t.id = :task and t.gold is not null and j.bonus_minor > 0"
                    + " and p.bonus_minor is null and "
                    + GivenAnswer.COUNTS
                    + " order by a.id")
            .bind("task", taskId)
            .map(
                (row, context) ->
                    new Given(
                        GivenAnswer.of(row),
                        row.getString("gold"),
                        row.getString("job_id"),
                        Locale.forLanguageTag(row.getString("language")),
                        Instant.ofEpochMilli(row.getLong("submitted"))))
            .list();
    for (Given one : given) {
      if (GivenAnswer.text(one.gold()).isEmpty()) {
        return;
      }
      handle.execute(
          "insert into piece_answer (assignment_id, task_id, worker_id, words, errors, missing,"
              + " closeness) values (?, ?, ?, 0, 0, 0, ?) on conflict (assignment_id) do update"
              + " set closeness = excluded.closeness",
          one.answer().id(),
          taskId,
          one.answer().workerId(),
          one.closeness());
      LaterBonuses.put(handle, one.answer().id(), one.jobId(), one.submitted().plus(LATER));
    }
  }
}
