package dev.hark.hub.commons;

import dev.hark.hub.commons.ImportedFigures.Sum;
import dev.hark.review.Attribute;
import dev.hark.review.Faded;
import dev.hark.review.ImportedRating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What imported reviews add up to, by source and old id, and what of it stands on a requester. Days
 * are those of UTC, as most sources tell no time of the day.
 */
final class ImportedSums {
  /** What sources mark. */
  static final List<Attribute> ATTRIBUTES =
      List.of(Attribute.PAY, Attribute.FAIRNESS, Attribute.SPEED, Attribute.COMMUNICATION);

  static final long DAY = Duration.ofDays(1).toMillis();
  private static final String SEPARATOR = "\n";

  private ImportedSums() {}

  /** The reviews of one source about one old id changed. To be called under the imports' lock. */
  static void refresh(Handle handle, String source, String oldId) {
    ImportedFigures figures = summed(handle, source, oldId, 0);
    handle.execute(
        "update imported_figures set summed = ? where source = ? and old_id = ?",
        figures.isEmpty() ? null : figures.json(),
        source,
        oldId);
    AlsoKnown.requester(handle, oldId).ifPresent(requester -> tell(handle, requester));
  }

  /** Writes what stands on every task of a requester. */
  static void tell(Handle handle, String requesterId) {
    SortedMap<String, ImportedFigures> all = of(handle, AlsoKnown.ids(handle, requesterId));
    ImportedFigures together =
        all.values().stream().reduce(ImportedFigures.NONE, ImportedFigures::plus);
    var overall = ImportedRating.overall(together.means());
    handle.execute(
        "update standing set imported_reviews = ?, imported_overall = ?, imported_newest = ?,"
            + " imported_sources = ? where requester_id = ?",
        together.reviews(),
        overall.isPresent() ? overall.getAsDouble() : null,
        together.newest(),
        all.isEmpty() ? null : String.join(SEPARATOR, all.keySet()),
        requesterId);
  }

  static List<String> sources(@Nullable String stored) {
    return stored == null ? List.of() : List.of(stored.split(SEPARATOR, -1));
  }

  /**
   * All that is known of a requester by their old ids, by source. Of single reviews and of what the
   * source itself added up, those figures stand that more reviews are behind: they may be the same
   * reviews, and are never counted twice.
   */
  static SortedMap<String, ImportedFigures> of(Handle handle, Collection<String> oldIds) {
    SortedMap<String, ImportedFigures> all = new TreeMap<>();
    if (oldIds.isEmpty()) {
      return all;
    }
    handle
        .createQuery(
            "select source, summed, given from imported_figures where old_id in (<ids>)"
                + " order by old_id, source")
        .bindList("ids", List.copyOf(oldIds))
        .map(
            (row, context) -> {
              String source = row.getString("source");
              return choose(row).map(figures -> Map.entry(source, figures));
            })
        .list()
        .forEach(
            some ->
                some.ifPresent(
                    entry -> all.merge(entry.getKey(), entry.getValue(), ImportedFigures::plus)));
    return all;
  }

  private static Optional<ImportedFigures> choose(ResultSet row) throws SQLException {
    Optional<ImportedFigures> summed = ImportedFigures.read(row.getString("summed"));
    Optional<ImportedFigures> given = ImportedFigures.read(row.getString("given"));
    return summed.isPresent()
            && given.isPresent()
            && given.get().reviews() > summed.get().reviews() + summed.get().hidden()
        ? given
        : summed.or(() -> given);
  }

  /**
   * Adds up single reviews anew.
   *
   * @param from the first day since 1970 that counts
   */
  static ImportedFigures summed(Handle handle, String source, String oldId, long from) {
    List<ImportedFigures> days =
        handle
            .createQuery(
                "select written / :day as day, case when hidden is null then 1 else 0 end as seen,"
                    + " count(*) as reviews, max(written) as newest, "
                    + columns()
                    + " from imported_review where source = :source and old_id = :old"
                    + " and superseded = 0 and written >= :from group by 1, 2 order by 1, 2")
            .bind("day", DAY)
            .bind("source", source)
            .bind("old", oldId)
            .bind("from", from * DAY)
            .map((row, context) -> day(row))
            .list();
    return days.stream().reduce(ImportedFigures.NONE, ImportedFigures::plus);
  }

  private static String columns() {
    List<String> columns = new ArrayList<>();
    for (Attribute attribute : ATTRIBUTES) {
      String name = Tallies.column(attribute);
      columns.add("sum(" + name + ") as " + name + "_sum");
      columns.add("count(" + name + ") as " + name + "_count");
    }
    columns.add("sum(terms_broken) as terms");
    columns.add("sum(broken_task) as broken");
    columns.add("sum(case when rejections in ('SOME', 'ALL') then 1 else 0 end) as rejected");
    columns.add("count(rejections) as said");
    String timed = "case when seconds is not null and reward_micros is not null then ";
    columns.add("sum(" + timed + "reward_micros else 0 end) as reward");
    columns.add("sum(" + timed + "seconds else 0 end) as time");
    columns.add("sum(" + timed + "1 else 0 end) as timed");
    // What an hour's pay is less than is asked of the reward, so that nothing is rounded.
    String hour = "reward_micros * 3600";
    List<Integer> bounds = ImportedFigures.BUCKETS;
    for (int i = 0; i <= bounds.size(); i++) {
      String least = i == 0 ? "" : hour + " >= " + bounds.get(i - 1) + "000000 * seconds";
      String most = i == bounds.size() ? "" : hour + " < " + bounds.get(i) + "000000 * seconds";
      String both =
          List.of(least, most).stream()
              .filter(some -> !some.isEmpty())
              .collect(Collectors.joining(" and "));
      columns.add("sum(case when " + both + " then 1 else 0 end) as bucket" + i);
    }
    return String.join(", ", columns);
  }

  private static ImportedFigures day(ResultSet row) throws SQLException {
    int reviews = row.getInt("reviews");
    if (row.getInt("seen") == 0) {
      return ImportedFigures.NONE.withHidden(reviews);
    }
    double weight = weight(row.getLong("day"));
    Map<Attribute, Sum> marks = new EnumMap<>(Attribute.class);
    Map<Attribute, Sum> fading = new EnumMap<>(Attribute.class);
    for (Attribute attribute : ATTRIBUTES) {
      String name = Tallies.column(attribute);
      int count = row.getInt(name + "_count");
      if (count > 0) {
        long sum = row.getLong(name + "_sum");
        marks.put(attribute, new Sum(sum, count));
        fading.put(attribute, new Sum(weight * sum, weight * count));
      }
    }
    List<Integer> buckets = new ArrayList<>();
    for (int i = 0; i <= ImportedFigures.BUCKETS.size(); i++) {
      buckets.add(row.getInt("bucket" + i));
    }
    return new ImportedFigures(
        reviews,
        0,
        marks,
        fading,
        row.getInt("terms"),
        row.getInt("broken"),
        row.getInt("rejected"),
        row.getInt("said"),
        row.getLong("reward"),
        row.getLong("time"),
        row.getInt("timed"),
        buckets,
        row.getLong("newest"),
        null);
  }

  /** Of a mark that was given on a day; see {@link Faded}. */
  private static double weight(long day) {
    Duration since =
        Duration.between(ImportedFigures.BASE, Instant.EPOCH.plus(Duration.ofDays(day)));
    return Math.pow(2, (double) since.toMillis() / Faded.HALF_LIFE.toMillis());
  }
}
