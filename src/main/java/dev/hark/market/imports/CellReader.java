package dev.hark.market.imports;

import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.ImportedReviewJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a review, or what a site added up, of a row's values. */
final class CellReader {
  private CellReader() {}

  static Row row(long line, Cells cells) {
    try {
      return cells.has(Column.REVIEWS)
          ? new Row.Aggregate(line, aggregate(cells))
          : new Row.Review(line, review(cells));
    } catch (BrokenValue e) {
      return e.at(line);
    }
  }

  private static ImportedReviewJson review(Cells cells) throws BrokenValue {
    Map<String, Integer> marks = new TreeMap<>();
    cells.mark(Column.PAY).ifPresent(mark -> marks.put("PAY", mark));
    cells.mark(Column.FAIR).ifPresent(mark -> marks.put("FAIRNESS", mark));
    cells.mark(Column.FAST).ifPresent(mark -> marks.put("SPEED", mark));
    cells.mark(Column.COMM).ifPresent(mark -> marks.put("COMMUNICATION", mark));
    return new ImportedReviewJson(
        cells.requester(),
        orNull(cells, Column.NAME).orElse(null),
        reviewer(cells).orElse(null),
        marks,
        cells.rejected().orElse(null),
        cells.yes(Column.TERMS),
        cells.yes(Column.BROKEN),
        cells.dollars(Column.REWARD).orElse(null),
        cells.seconds().orElse(null),
        cells.count(Column.TASKS).orElse(null),
        cells.text(Column.WORDS),
        cells.date());
  }

  /** Nobody knows who wrote it where neither they nor the review have a name. */
  private static Optional<String> reviewer(Cells cells) {
    Column review = cells.has(Column.REQUESTER) && cells.has(Column.ID) ? Column.ID : Column.REVIEW;
    return orNull(cells, Column.REVIEWER).or(() -> orNull(cells, review).map(id -> "review " + id));
  }

  private static Optional<String> orNull(Cells cells, Column column) {
    return Optional.of(cells.text(column).strip()).filter(text -> !text.isEmpty());
  }

  private static ImportedAggregateJson aggregate(Cells cells) throws BrokenValue {
    Map<String, Double> means = new TreeMap<>();
    cells.mean(Column.PAY).ifPresent(mean -> means.put("PAY", mean));
    cells.mean(Column.FAIR).ifPresent(mean -> means.put("FAIRNESS", mean));
    cells.mean(Column.FAST).ifPresent(mean -> means.put("SPEED", mean));
    cells.mean(Column.COMM).ifPresent(mean -> means.put("COMMUNICATION", mean));
    Map<String, String> texts = new TreeMap<>();
    orNull(cells, Column.PAY_TEXT).ifPresent(text -> texts.put("pay", text));
    orNull(cells, Column.COMM_TEXT).ifPresent(text -> texts.put("comm", text));
    orNull(cells, Column.FAST_TEXT).ifPresent(text -> texts.put("fast", text));
    return new ImportedAggregateJson(
        cells.requester(),
        orNull(cells, Column.NAME).orElse(null),
        cells.count(Column.REVIEWS).orElse(0),
        means,
        said(cells, Column.FLAGS),
        null,
        null,
        null,
        null,
        cells.dollars(Column.WAGE).orElse(null),
        cells.number(Column.PENDING).map(Number::doubleValue).orElse(null),
        null,
        null,
        null,
        null,
        texts.isEmpty() ? null : texts,
        said(cells, Column.REJECTIONS),
        said(cells, Column.BLOCKS));
  }

  private static @Nullable Integer said(Cells cells, Column column) throws BrokenValue {
    return cells.text(column).isBlank() ? null : cells.count(column).orElse(0);
  }
}
