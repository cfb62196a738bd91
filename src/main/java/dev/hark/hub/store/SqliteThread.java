package dev.hark.hub.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A connection that one thread keeps for itself, with the statements it has prepared. Transactions
 * are begun and ended by statements: the driver's own calls begin the next one with each commit.
 */
final class SqliteThread implements AutoCloseable {
  private final Jdbi jdbi;
  private final Map<String, PreparedStatement> controls = new HashMap<>();
  private @Nullable Handle kept;

  SqliteThread(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Handle handle() {
    Handle handle = kept;
    if (handle == null) {
      handle = jdbi.open();
      handle.setStatementBuilder(new StatementCache());
      kept = handle;
    }
    return handle;
  }

  /** Runs one of the few statements that begin and end transactions, without ceremony. */
  void control(String sql) {
    try {
      PreparedStatement statement = controls.get(sql);
      if (statement == null) {
        statement = handle().getConnection().prepareStatement(sql);
        controls.put(sql, statement);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** Ends a transaction without keeping what it did; SQLite may have done so by itself. */
  void undo() {
    try {
      control("rollback");
    } catch (StoreException _) {
      // "No transaction is active": after an error of the disk SQLite has rolled back.
    }
  }

  /** Gives the connection back: after a failure, what it is worth is uncertain. */
  @Override
  public void close() {
    Handle handle = kept;
    kept = null;
    controls.clear();
    if (handle != null) {
      handle.close();
    }
  }
}
