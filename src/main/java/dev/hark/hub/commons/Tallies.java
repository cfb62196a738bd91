package dev.hark.hub.commons;

import dev.hark.review.Attribute;
import dev.hark.review.Marks;
import dev.hark.review.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** A requester's tally of reviews in the columns of {@code standing}. */
final class Tallies {
  private static final String SETS =
      Arrays.stream(Attribute.values())
          .map(Tallies::column)
          .map(name -> ", %1$s_sum = :%1$s_sum, %1$s_count = :%1$s_count".formatted(name))
          .collect(Collectors.joining());

  private Tallies() {}

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
    return new Tally(
        row.getInt("people"), marks, row.getInt("unjust_rejections"), row.getInt("terms_broken"));
  }

  static Tally load(Handle handle, String requesterId) {
    return handle
        .createQuery("select * from standing where requester_id = :requester")
        .bind("requester", requesterId)
        .map((row, context) -> of(row))
        .one();
  }

  static void save(Handle handle, String requesterId, Tally tally) {
    Update update =
        handle
            .createUpdate(
                "update standing set people = :people, unjust_rejections = :unjust,"
                    + " terms_broken = :broken"
                    + SETS
                    + " where requester_id = :requester")
            .bind("people", tally.people())
            .bind("unjust", tally.unjustRejections())
            .bind("broken", tally.termsBroken())
            .bind("requester", requesterId);
    for (Attribute attribute : Attribute.values()) {
      Marks marks = tally.of(attribute);
      update.bind(column(attribute) + "_sum", marks.sum());
      update.bind(column(attribute) + "_count", marks.count());
    }
    update.execute();
  }

  static String column(Attribute attribute) {
    return attribute.name().toLowerCase(Locale.ROOT);
  }
}
