package dev.hark.hub.store;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next opaque cursor of the next page, empty on the last
 */
public record Slice<T>(List<T> items, Optional<String> next) {
  public Slice {
    items = List.copyOf(items);
  }

  /**
   * An item and where it stands.
   *
   * @param item what is listed
   * @param at its place
   */
  public record Row<T>(T item, Cursor at) {}

  /**
   * Makes a page of rows.
   *
   * @param rows one more than the limit where there is a further page
   * @param limit at most this many on the page
   */
  public static <T> Slice<T> of(List<Row<T>> rows, int limit) {
    boolean more = rows.size() > limit;
    List<T> items = rows.stream().limit(limit).map(Row::item).toList();
    return new Slice<>(
        items, more ? Optional.of(rows.get(limit - 1).at().opaque()) : Optional.empty());
  }
}
