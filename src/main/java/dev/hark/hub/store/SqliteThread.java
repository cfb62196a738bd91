package dev.hark.hub.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that one thread keeps for itself, with the statements it has prepared. Transactions
 * are begun and ended by statements: the driver's own calls begin the next one with each commit.
 */
final class SqliteThread implements AutoCloseable {
  private final Jdbi jdbi;
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

  /** Ends a transaction without keeping what it did; SQLite may have done so by itself. */
  static void undo(Handle handle) {
    try {
      handle.execute("rollback");
    } catch (StatementException _) {
      // "No transaction is active": after an error of the disk SQLite has rolled back.
    }
  }

  /** Gives the connection back: after a failure, what it is worth is uncertain. */
  @Override
  public void close() {
    Handle handle = kept;
    kept = null;
    if (handle != null) {
      handle.close();
    }
  }
}
