package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Imported reviews as rows of the database. */
final class ImportedRows {
  /** To be followed by a condition on {@code r}. */
  static final String SELECT =
      "select r.*, k.requester_id from imported_review r"
          + " left join also_known k on k.old_id = r.old_id where ";

  private static final String MORE = " …";

  private ImportedRows() {}

  /** What an imported review is, besides what it says. */
  record Row(String source, String oldId, boolean isHidden, Review shown) {}

  static Optional<Row> find(Handle handle, String reviewId) {
    return handle
        .createQuery(SELECT + "r.id = :id")
        .bind("id", reviewId)
        .map(
            (row, context) ->
                new Row(
                    row.getString("source"),
                    row.getString("old_id"),
                    row.getLong("hidden") != 0,
                    shown(row)))
        .findOne();
  }

  static Row require(Handle handle, String reviewId) {
    return find(handle, reviewId).orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, reviewId));
  }

  /** As everybody sees it: long words end early. */
  static Review shown(ResultSet row) throws SQLException {
    return of(row, ImportedRows::bounded);
  }

  /** With all words as they were written, for moderators. */
  static Review original(ResultSet row) throws SQLException {
    return of(row, words -> words);
  }

  private static String bounded(String words) {
    if (words.length() <= Reviews.WORDS_LIMIT) {
      return Screening.shown(words);
    }
    boolean split = Character.isHighSurrogate(words.charAt(Reviews.WORDS_LIMIT - 1));
    return Screening.shown(words.substring(0, Reviews.WORDS_LIMIT - (split ? 1 : 0))) + MORE;
  }

  private static Review of(ResultSet row, UnaryOperator<String> words) throws SQLException {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : ImportedSums.ATTRIBUTES) {
      int mark = row.getInt(Tallies.column(attribute));
      if (mark > 0) {
        marks.put(attribute, mark);
      }
    }
    long seconds = row.getLong("seconds");
    String known = row.getString("requester_id");
    String about = known == null ? row.getString("old_id") : known;
    return new Review(
        about,
        "",
        // By the keyed hash, and not to be linked to what they say of others.
        "worker-"
            + Sha256.of(row.getString("reviewer") + ":" + row.getString("old_id")).substring(0, 8),
        marks,
        Optional.ofNullable(row.getString("rejections")).map(Rejections::valueOf),
        row.getInt("terms_broken") == 1,
        row.getInt("broken_task") == 1,
        false,
        seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
        words.apply(row.getString("words")),
        Instant.ofEpochMilli(row.getLong("written")),
        new Review.Reception(
            row.getString("id"),
            row.getInt("helpful"),
            Optional.empty(),
            false,
            Optional.of(row.getString("source"))));
  }
}
