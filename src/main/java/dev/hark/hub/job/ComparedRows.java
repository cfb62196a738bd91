package dev.hark.hub.job;

import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.transcript.Difference;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.MergedWord;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.ComparedJson.DifferenceJson;
import dev.hark.wire.ComparedJson.DisputeJson;
import dev.hark.wire.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers beside their texts, as they are stored. */
final class ComparedRows {
  static final String SELECT =
      """
      select p.assignment_id, p.worker_id, p.closeness, p.bonus_minor, p.shown, a.answer,
        j.language, j.bonus_minor as highest, t.words as text, jp.medium_id, g.title, g.currency,
        g.requester_id, r.name as requester_name, d.words as dispute, d.made, d.settled,
        d.paid_minor, d.reply
      from piece_answer p
        join assignment a on a.id = p.assignment_id
        join piece_text t on t.task_id = p.task_id
        join job_piece jp on jp.task_id = p.task_id
        join job j on j.id = t.job_id
        join task_group g on g.id = j.group_id
        join account r on r.id = g.requester_id
        left join dispute d on d.assignment_id = p.assignment_id
      """;

  private ComparedRows() {}

  static ComparedJson of(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    String answer = GivenAnswer.text(row.getString("answer"));
    List<MergedWord> text = PieceText.words(row.getString("text"));
    return new ComparedJson(
        row.getString("assignment_id"),
        row.getString("title"),
        row.getString("requester_id"),
        row.getString("requester_name"),
        row.getString("worker_id"),
        row.getString("medium_id"),
        answer,
        new MergedPiece("", text).text(),
        differences(answer, text, Locale.forLanguageTag(row.getString("language"))),
        row.getDouble("closeness"),
        new MoneyJson(row.getLong("bonus_minor"), currency),
        new MoneyJson(row.getLong("highest"), currency),
        Instant.ofEpochMilli(row.getLong("shown")),
        dispute(row, currency));
  }

  private static List<DifferenceJson> differences(
      String answer, List<MergedWord> text, Locale language) {
    return Difference.of(Answer.of("", Mark.without(answer), language).tokens(), text).stream()
        .map(one -> new DifferenceJson(one.before(), one.answer(), one.text()))
        .toList();
  }

  private static @Nullable DisputeJson dispute(ResultSet row, String currency) throws SQLException {
    String words = row.getString("dispute");
    if (words == null) {
      return null;
    }
    long settled = row.getLong("settled");
    Instant when = row.wasNull() ? null : Instant.ofEpochMilli(settled);
    long paid = row.getLong("paid_minor");
    MoneyJson bonus = row.wasNull() ? null : new MoneyJson(paid, currency);
    return new DisputeJson(
        words, Instant.ofEpochMilli(row.getLong("made")), when, bonus, row.getString("reply"));
  }
}
