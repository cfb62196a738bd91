package dev.hark.hub.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * What differs between the databases within SQL that is otherwise the same. Statements may say
 * {@code <skipLocked>} after a {@code limit}, to pass over rows that another transaction is
 * changing, and {@code <lockRows>}, to keep others from changing them.
 */
enum Dialect {
  /** Has one writer at a time: nothing is ever locked by another. */
  SQLITE("sqlite", "", ""),
  POSTGRES("postgresql", "for no key update skip locked", "for no key update");

  private static final String ATTRIBUTE = "dialect";

  private final String folder;
  private final String skipLocked;
  private final String lockRows;

  Dialect(String folder, String skipLocked, String lockRows) {
    this.folder = folder;
    this.skipLocked = skipLocked;
    this.lockRows = lockRows;
  }

  /** Where the migrations are. */
  String folder() {
    return folder;
  }

  Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // Messages with the bound values would put answers into the log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.define(ATTRIBUTE, this);
    jdbi.define("skipLocked", skipLocked);
    jdbi.define("lockRows", lockRows);
    return jdbi;
  }

  static Dialect of(Handle handle) {
    return (Dialect) handle.getConfig(SqlStatements.class).getAttribute(ATTRIBUTE);
  }
}
