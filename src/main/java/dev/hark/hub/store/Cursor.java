package dev.hark.hub.store;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Where a page ended: the values that a list is ordered by, in its order.
 *
 * @param values as text
 */
public record Cursor(List<String> values) {
  private static final String SEPARATOR = "\n";

  public Cursor {
    values = List.copyOf(values);
  }

  public static Cursor of(Object... values) {
    return new Cursor(Stream.of(values).map(String::valueOf).toList());
  }

  /** Where a list in the order of a number and an id goes on that begins with the highest. */
  public static Cursor newestFirst(Optional<String> cursor) {
    return cursor.map(Cursor::parse).orElse(of(Long.MAX_VALUE, ""));
  }

  /** The same for one that begins with the lowest. */
  public static Cursor oldestFirst(Optional<String> cursor) {
    return cursor.map(Cursor::parse).orElse(of(Long.MIN_VALUE, ""));
  }

  /**
   * The rows of such a list from here on.
   *
   * @param query with {@code :at}, {@code :id} and {@code :limit}, which are bound here
   * @param limit at most this many
   * @param number the column that the list is ordered by
   * @param id the column that orders those of the same number
   */
  public <T> List<Slice.Row<T>> rows(
      Query query, int limit, String number, String id, RowMapper<T> item) {
    return query
        .bind("at", number(0))
        .bind("id", text(1))
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Slice.Row<>(item.map(row, context), of(row.getLong(number), row.getString(id))))
        .list();
  }

  /** The page of such a list that begins here. */
  public <T> Slice<T> page(Query query, int limit, String number, String id, RowMapper<T> item) {
    return Slice.of(rows(query, limit + 1, number, id, item), limit);
  }

  /**
   * Reads what {@link #opaque} made.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} for anything else
   */
  public static Cursor parse(String opaque) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
      return new Cursor(List.of(text.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  public String opaque() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            values.stream()
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID} where there is no such text
   */
  public String text(int at) {
    if (at >= values.size()) {
      throw bad();
    }
    return values.get(at);
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID} where there is no such number
   */
  public long number(int at) {
    try {
      return Long.parseLong(text(at));
    } catch (NumberFormatException e) {
      throw bad();
    }
  }

  private static Fault.Refused bad() {
    return new Fault.Refused(Refusal.INVALID, "cursor: as the page before gave it");
  }
}
