package dev.hark.hub.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A connection that one thread keeps for itself, with the statements it has prepared. */
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
