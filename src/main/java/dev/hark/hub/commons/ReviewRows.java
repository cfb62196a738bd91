package dev.hark.hub.commons;

import dev.hark.hub.store.Sha256;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.review.Screening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Reviews as rows of the database. */
final class ReviewRows {
  /** What a review and each of its former versions have. */
  static final String COLUMNS =
      "group_id, worker_id, requester_id, pay, fairness, speed, communication, accessibility,"
          + " rejections, terms_broken, broken_task, unpaid_screening, took_seconds, words,"
          + " written";

  /** To be followed by a condition on {@code r}. */
  static final String SELECT =
      "select r.*, a.secret, n.words as answer, n.answered, v.weight from review r"
          + " join account a on a.id = r.worker_id"
          + " left join voice v on v.subject_id = r.group_id"
          + " and v.person_id = coalesce(a.same_as, a.id)"
          + " left join review_answer n on n.review_id = r.id where ";

  private ReviewRows() {}

  /** What a person says of a requester where others can see it. */
  static List<Review> visible(Handle handle, String workerId, String requesterId) {
    return handle
        .createQuery(
            SELECT + "r.worker_id = :worker and r.requester_id = :requester and r.hidden is null")
        .bind("worker", workerId)
        .bind("requester", requesterId)
        .map((row, context) -> of(row))
        .list();
  }

  /** The review of a row that {@link #SELECT} gave, as everybody sees it. */
  static Review of(ResultSet row) throws SQLException {
    return of(row, reception(row, Screening::shown), Screening::shown);
  }

  /** The same with all words as they were written, for moderators. */
  static Review original(ResultSet row) throws SQLException {
    return of(row, reception(row, words -> words), words -> words);
  }

  /** The same of a former version, which has no reception; needs {@code secret}. */
  static Review version(ResultSet row) throws SQLException {
    return of(row, Review.Reception.NONE, words -> words);
  }

  private static Review of(ResultSet row, Review.Reception reception, UnaryOperator<String> words)
      throws SQLException {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      int mark = row.getInt(Tallies.column(attribute));
      if (!row.wasNull()) {
        marks.put(attribute, mark);
      }
    }
    String requesterId = row.getString("requester_id");
    long seconds = row.getLong("took_seconds");
    Optional<Duration> took =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    return new Review(
        requesterId,
        row.getString("group_id"),
        pseudonym(row.getString("secret"), requesterId),
        marks,
        Optional.ofNullable(row.getString("rejections")).map(Rejections::valueOf),
        row.getInt("terms_broken") == 1,
        row.getInt("broken_task") == 1,
        row.getInt("unpaid_screening") == 1,
        took,
        words.apply(row.getString("words")),
        Instant.ofEpochMilli(row.getLong("written")),
        reception);
  }

  private static Review.Reception reception(ResultSet row, UnaryOperator<String> words)
      throws SQLException {
    String answer = row.getString("answer");
    return new Review.Reception(
        row.getString("id"),
        row.getInt("helpful"),
        answer == null
            ? Optional.empty()
            : Optional.of(
                new Review.Reply(
                    words.apply(answer), Instant.ofEpochMilli(row.getLong("answered")))),
        row.getInt("weight") != People.WAITING);
  }

  /** The same for one worker's reviews of one requester, and not to be linked to any others. */
  private static String pseudonym(String secret, String requesterId) {
    return "worker-" + Sha256.of(secret + ":" + requesterId).substring(0, 8);
  }
}
