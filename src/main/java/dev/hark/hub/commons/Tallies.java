package dev.hark.hub.commons;

import dev.hark.review.Attribute;
import dev.hark.review.Marks;
import dev.hark.review.Report;
import dev.hark.review.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Tallies in the columns of {@code standing} and {@code rating_sum}. */
final class Tallies {
  /** The columns of a tally, in both tables. */
  static final List<String> COLUMNS = columns();

  private Tallies() {}

  private static List<String> columns() {
    List<String> names = new ArrayList<>(List.of("people"));
    for (Report report : Report.values()) {
      names.add(Voices.column(report));
    }
    for (Attribute attribute : Attribute.values()) {
      names.add(column(attribute) + "_sum");
      names.add(column(attribute) + "_count");
    }
    return List.copyOf(names);
  }

  /** The tally of the row that the cursor stands on. */
  static Tally of(ResultSet row) throws SQLException {
    Map<Attribute, Marks> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      String name = column(attribute);
      int count = row.getInt(name + "_count");
      if (count > 0) {
        marks.put(attribute, new Marks(row.getLong(name + "_sum"), count));
      }
    }
    Map<Report, Integer> reports = new EnumMap<>(Report.class);
    for (Report report : Report.values()) {
      reports.put(report, row.getInt(Voices.column(report)));
    }
    return new Tally(row.getInt("people"), marks, reports);
  }

  /** The sums of a row in the order of {@link #COLUMNS}. */
  static long[] columns(ResultSet row) throws SQLException {
    long[] sums = new long[COLUMNS.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = row.getLong(COLUMNS.get(i));
    }
    return sums;
  }

  static long[] plus(long[] some, long[] more) {
    long[] sums = some.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
    return sums;
  }

  /** The tally of such sums, with no fewer people than marked or reported something. */
  static Tally of(long[] sums) {
    int people = count(sums, "people");
    Map<Attribute, Marks> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      int count = count(sums, column(attribute) + "_count");
      if (count > 0) {
        long sum = sums[COLUMNS.indexOf(column(attribute) + "_sum")];
        marks.put(attribute, new Marks(sum, count));
        people = Math.max(people, count);
      }
    }
    Map<Report, Integer> reports = new EnumMap<>(Report.class);
    for (Report report : Report.values()) {
      int count = count(sums, Voices.column(report));
      reports.put(report, count);
      people = Math.max(people, count);
    }
    return new Tally(people, marks, reports);
  }

  private static int count(long[] sums, String column) {
    return (int) sums[COLUMNS.indexOf(column)];
  }

  /** Writes what stands on every task of a requester. */
  static void save(Handle handle, String requesterId, Ratings.Sums sums) {
    Update update =
        handle
            .createUpdate(
                "update standing set "
                    + COLUMNS.stream()
                        .map(name -> "%1$s = :%1$s".formatted(name))
                        .collect(Collectors.joining(", "))
                    + ", lower_bound = :lower, sure_people = :sure, waiting_people = :waiting"
                    + " where requester_id = :requester")
            .bind("people", sums.counted().people())
            .bind("lower", sums.sure().lower())
            .bind("sure", sums.sure().people())
            .bind("waiting", sums.waiting())
            .bind("requester", requesterId);
    for (Report report : Report.values()) {
      update.bind(Voices.column(report), sums.counted().of(report));
    }
    for (Attribute attribute : Attribute.values()) {
      Marks marks = sums.counted().of(attribute);
      update.bind(column(attribute) + "_sum", marks.sum());
      update.bind(column(attribute) + "_count", marks.count());
    }
    update.execute();
  }

  static String column(Attribute attribute) {
    return attribute.name().toLowerCase(Locale.ROOT);
  }
}
