package dev.hark.hub.commons;

import dev.hark.review.Attribute;
import dev.hark.review.ImportedRating;
import dev.hark.wire.ImportedRatingJson;
import dev.hark.wire.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was imported, as it is sent. */
final class ImportedJson {
  private static final long MICROS_IN_CENT = 10_000;

  private ImportedJson() {}

  /** From the columns of {@code standing}, for lists; null where nothing was imported. */
  static @Nullable ImportedRatingJson brief(ResultSet row) throws SQLException {
    List<String> sources = ImportedSums.sources(row.getString("imported_sources"));
    if (sources.isEmpty()) {
      return null;
    }
    int reviews = row.getInt("imported_reviews");
    double overall = row.getDouble("imported_overall");
    Double known = row.wasNull() ? null : overall;
    long newest = row.getLong("imported_newest");
    Instant at = row.wasNull() ? null : Instant.ofEpochMilli(newest);
    return new ImportedRatingJson(reviews, known, sources, at, null, null, null, null, null, null);
  }

  /** All there is; null where nothing was imported. */
  static @Nullable ImportedRatingJson full(SortedMap<String, ImportedFigures> all) {
    if (all.isEmpty()) {
      return null;
    }
    List<ImportedRatingJson> bySource =
        all.entrySet().stream()
            .map(entry -> of(List.of(entry.getKey()), entry.getValue(), null))
            .toList();
    ImportedFigures together =
        all.values().stream().reduce(ImportedFigures.NONE, ImportedFigures::plus);
    return of(List.copyOf(all.keySet()), together, bySource);
  }

  private static ImportedRatingJson of(
      List<String> sources, ImportedFigures figures, @Nullable List<ImportedRatingJson> bySource) {
    Map<Attribute, Double> faded = figures.faded();
    return new ImportedRatingJson(
        figures.reviews(),
        orNull(ImportedRating.overall(figures.means())),
        sources,
        figures.newest() == null ? null : Instant.ofEpochMilli(figures.newest()),
        named(figures.means()),
        faded.isEmpty() ? null : named(faded),
        orNull(ImportedRating.overall(faded)),
        figures.termsBroken(),
        figures.hourlyMicros().isPresent()
            ? new MoneyJson(
                Math.floorDiv(
                    figures.hourlyMicros().getAsLong() + MICROS_IN_CENT / 2, MICROS_IN_CENT),
                "USD")
            : null,
        bySource);
  }

  private static @Nullable Double orNull(OptionalDouble some) {
    return some.isPresent() ? some.getAsDouble() : null;
  }

  private static Map<String, Double> named(Map<Attribute, Double> means) {
    Map<String, Double> named = new TreeMap<>();
    means.forEach((attribute, mean) -> named.put(attribute.name(), mean));
    return named;
  }
}
