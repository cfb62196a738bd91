package dev.hark.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * One connection to a journal's file. Each change is on the disk when its method returns:
 * write-ahead log, with every commit synchronised. Statements are prepared once, so that a key
 * stroke costs one synchronised write and little else.
 */
final class JournalDatabase implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5000;

  private final Path file;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  JournalDatabase(Path file) throws SQLException {
    this.file = file;
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    this.connection = JDBC.createConnection(JDBC.PREFIX + file, config.toProperties());
  }

  Path file() {
    return file;
  }

  /** One statement that changes rows. */
  int update(String sql, Object... args) throws SQLException {
    return bound(sql, args).executeUpdate();
  }

  <T> List<T> list(String sql, Row<T> row, Object... args) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(sql, args).executeQuery()) {
      while (rows.next()) {
        found.add(row.read(rows));
      }
    }
    return found;
  }

  <T> Optional<T> first(String sql, Row<T> row, Object... args) throws SQLException {
    return list(sql, row, args).stream().findFirst();
  }

  /** Statements without arguments, such as a pragma or a step of the schema. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int number(String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  String text(String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /** One thread at a time, each statement for itself; an error becomes {@code Fault.Storage}. */
  <T> T run(Work<T> work) {
    lock.lock();
    try {
      return work.run(this);
    } catch (SQLException e) {
      throw StorageFaults.of(e, file);
    } finally {
      lock.unlock();
    }
  }

  /** The same, all statements or none; other processes wait. */
  <T> T together(Work<T> work) {
    return run(
        database -> {
          execute("BEGIN IMMEDIATE");
          boolean done = false;
          try {
            T result = work.run(database);
            execute("COMMIT");
            done = true;
            return result;
          } finally {
            if (!done) {
              rollback();
            }
          }
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw StorageFaults.of(e, file);
    } finally {
      lock.unlock();
    }
  }

  private void rollback() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // A full disk has undone it already.
      return;
    }
  }

  private PreparedStatement bound(String sql, Object... args) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < args.length; i++) {
      statement.setObject(i + 1, args[i]);
    }
    return statement;
  }

  /** Reads the row a result stands on. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work on the database. */
  interface Work<T> {
    T run(JournalDatabase database) throws SQLException;
  }
}
