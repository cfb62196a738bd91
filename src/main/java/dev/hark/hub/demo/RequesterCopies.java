package dev.hark.hub.demo;

import dev.hark.hub.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Copies a requester with their groups, all reviews of them and what these add up to, within the
 * database. Written one by one, a million reviews take most of an hour. Reviewers are not copied:
 * they are the same people.
 */
final class RequesterCopies {
  private static final String OF_REQUESTER = "requester_id = :requester";
  private static final String OF_SUBJECT =
      "subject_id in (select :requester union all select id from task_group where requester_id ="
          + " :requester)";

  /** Each after those that it refers to. */
  private static final List<Table> TABLES =
      List.of(
          new Table("account", "id = :requester"),
          new Table("task_group", OF_REQUESTER),
          new Table("standing", OF_REQUESTER),
          new Table("review", OF_REQUESTER),
          new Table("paid_by", OF_REQUESTER),
          new Table("voice", OF_REQUESTER),
          new Table("rating_sum", OF_SUBJECT),
          new Table("rating_fade", OF_SUBJECT));

  /** Columns with the id of something that is copied. */
  private static final Set<String> COPIED = Set.of("id", "requester_id", "group_id", "subject_id");

  private record Table(String name, String rows) {}

  private RequesterCopies() {}

  /**
   * Makes copies, in one transaction.
   *
   * @param count how many
   */
  static void make(Store store, String requesterId, int count) {
    store.write(
        handle -> {
          for (Table table : TABLES) {
            handle
                .createUpdate(statement(handle, table))
                .bind("requester", requesterId)
                .bind("count", count)
                .execute();
          }
          return true;
        });
  }

  /**
   * The id of a copy of what has an id.
   *
   * @param number from 1
   */
  static String idOf(String original, int number) {
    return original + "." + number;
  }

  private static String statement(Handle handle, Table table) {
    List<String> columns = columns(handle, table);
    String values =
        columns.stream()
            .map(column -> COPIED.contains(column) ? column + " || '.' || number" : column)
            .collect(Collectors.joining(", "));
    return """
    with recursive copy (number) as (
      select 1 union all select number + 1 from copy where number < :count)
    insert into %1$s (%2$s)
      select %3$s from %1$s, copy where %4$s\
    """
        .formatted(table.name(), String.join(", ", columns), values, table.rows());
  }

  private static List<String> columns(Handle handle, Table table) {
    try (ResultSet found =
        handle.getConnection().getMetaData().getColumns(null, null, table.name(), null)) {
      List<String> columns = new ArrayList<>();
      while (found.next()) {
        columns.add(found.getString("COLUMN_NAME"));
      }
      return columns;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
