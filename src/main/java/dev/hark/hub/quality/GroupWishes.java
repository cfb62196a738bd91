package dev.hark.hub.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * A group's wishes as they are stored.
 *
 * @param wishes what the requester wants
 * @param goldTasks how many gold tasks there are to mix in
 * @param budget how many answers to them are paid for at most
 * @param lent how many of those workers were promised
 * @param answered how many are in
 * @param repeats tasks that come a second time, whose answers are among those three
 */
public record GroupWishes(
    Wishes wishes, int goldTasks, int budget, int lent, int answered, Repeats repeats) {
  static final GroupWishes NONE = new GroupWishes(Wishes.NONE, 0, 0, 0, 0, Repeats.NONE);

  /**
   * Tasks that come a second time to the same worker.
   *
   * @param rate how often a worker's next task is one
   * @param most how many answers to them are paid for at most
   * @param lent how many of those workers were promised
   */
  public record Repeats(double rate, int most, int lent) {
    static final Repeats NONE = new Repeats(0, 0, 0);
  }

  /** Whether workers get tasks that are not among those wanted. */
  public boolean mixes() {
    return wishes.goldRate() > 0 || repeats.rate() > 0;
  }

  public static GroupWishes of(Handle handle, String groupId) {
    return handle
        .createQuery("select * from group_quality where group_id = :group")
        .bind("group", groupId)
        .map((row, context) -> of(row))
        .findOne()
        .orElse(NONE);
  }

  /** The same; nobody is promised gold, and none is answered, until the transaction ends. */
  public static GroupWishes locked(Handle handle, String groupId) {
    return handle
        .createQuery("select * from group_quality where group_id = :group <lockRows>")
        .bind("group", groupId)
        .map((row, context) -> of(row))
        .findOne()
        .orElse(NONE);
  }

  private static GroupWishes of(ResultSet row) throws SQLException {
    double agreement = row.getDouble("agreement");
    OptionalDouble least = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(agreement);
    int enough = row.getInt("enough");
    OptionalInt many = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(enough);
    return new GroupWishes(
        new Wishes(row.getDouble("gold_rate"), row.getInt("approve_gold") == 1, least, many),
        row.getInt("gold_tasks"),
        row.getInt("gold_budget"),
        row.getInt("gold_lent"),
        row.getInt("gold_answered"),
        new Repeats(
            row.getDouble("repeat_rate"), row.getInt("repeats_most"), row.getInt("repeats_lent")));
  }

  /** Writes a group's wishes; what was lent and answered stays as it is. */
  public static void save(Handle handle, String groupId, Wishes wishes, int goldTasks, int budget) {
    handle.execute(
        "insert into group_quality (group_id, gold_rate, gold_tasks, gold_budget, approve_gold,"
            + " agreement, enough) values (?, ?, ?, ?, ?, ?, ?) on conflict (group_id) do update"
            + " set gold_rate = excluded.gold_rate, gold_tasks = excluded.gold_tasks, gold_budget ="
            + " excluded.gold_budget, approve_gold = excluded.approve_gold, agreement ="
            + " excluded.agreement, enough = excluded.enough",
        groupId,
        wishes.goldRate(),
        goldTasks,
        budget,
        wishes.approveOnGold() ? 1 : 0,
        wishes.agreement().isPresent() ? wishes.agreement().getAsDouble() : null,
        wishes.enough().isPresent() ? wishes.enough().getAsInt() : null);
  }

  /** The gold task of a number, 0 to the count less one. */
  static Optional<String> goldTask(Handle handle, String groupId, int number) {
    return handle
        .createQuery("select task_id from gold_task where group_id = :group and number = :number")
        .bind("group", groupId)
        .bind("number", number)
        .mapTo(String.class)
        .findOne();
  }
}
