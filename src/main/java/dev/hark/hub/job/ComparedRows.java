package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.transcript.Difference;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.MergedWord;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.ComparedJson.DifferenceJson;
import dev.hark.wire.ComparedJson.DisputeJson;
import dev.hark.wire.Json;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.QuestionJson;
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
        j.language, j.bonus_minor as highest, t.words as text, jp.medium_id, k.gold,
        k.question, g.title, g.currency,
        g.requester_id, r.name as requester_name, d.words as dispute, d.made, d.settled,
        d.paid_minor, d.reply
      from piece_answer p
        join assignment a on a.id = p.assignment_id
        join task_group g on g.id = a.group_id
        join job j on j.group_id = g.id
        left join piece_text t on t.task_id = p.task_id
        left join job_piece jp on jp.task_id = p.task_id
        left join task k on k.id = p.task_id and k.gold is not null
        join account r on r.id = g.requester_id
        left join dispute d on d.assignment_id = p.assignment_id
      """;

  private ComparedRows() {}

  static ComparedJson of(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    String answer = GivenAnswer.text(row.getString("answer"));
    Locale language = Locale.forLanguageTag(row.getString("language"));
    String gold = row.getString("gold");
    List<MergedWord> text =
        gold == null ? PieceText.words(row.getString("text")) : GoldAnswers.words(gold, language);
    return new ComparedJson(
        row.getString("assignment_id"),
        row.getString("title"),
        row.getString("requester_id"),
        row.getString("requester_name"),
        row.getString("worker_id"),
        gold == null ? row.getString("medium_id") : medium(row.getString("question")),
        answer,
        new MergedPiece("", text).text(),
        differences(answer, text, language),
        row.getDouble("closeness"),
        new MoneyJson(row.getLong("bonus_minor"), currency),
        new MoneyJson(row.getLong("highest"), currency),
        Instant.ofEpochMilli(row.getLong("shown")),
        dispute(row, currency));
  }

  /** The sound of gold; empty where it has none. */
  private static String medium(String question) {
    try {
      return Json.MAPPER.readValue(question, QuestionJson.class).media().stream()
          .findFirst()
          .map(MediumJson::id)
          .orElse("");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question that nobody asked", e);
    }
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
