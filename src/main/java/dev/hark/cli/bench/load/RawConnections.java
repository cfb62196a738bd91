package dev.hark.cli.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Plain connections for many threads: as many, and set up as well, as a hub has. */
final class RawConnections implements AutoCloseable {
  private final BlockingQueue<Raw> writers;
  private final BlockingQueue<Raw> readers;

  /** Opens one connection. */
  interface Opening {
    Connection open(boolean writing) throws SQLException;
  }

  /** A connection with what it has prepared. */
  record Raw(Connection connection, String first, Map<String, PreparedStatement> statements) {
    /** Begins a transaction; where the driver does that by itself, there is nothing to say. */
    void begin() throws SQLException {
      if (!first.isEmpty()) {
        prepared(first).executeUpdate();
      }
    }

    void commit() throws SQLException {
      if (first.isEmpty()) {
        connection.commit();
      } else {
        prepared("commit").executeUpdate();
      }
    }

    void rollback() throws SQLException {
      if (first.isEmpty()) {
        connection.rollback();
      } else {
        prepared("rollback").executeUpdate();
      }
    }

    PreparedStatement prepared(String sql) throws SQLException {
      PreparedStatement kept = statements.get(sql);
      if (kept == null) {
        kept = connection.prepareStatement(sql);
        statements.put(sql, kept);
      }
      return kept;
    }
  }

  RawConnections(int writing, int reading, Opening opening) throws SQLException {
    writers = new ArrayBlockingQueue<>(writing);
    readers = new ArrayBlockingQueue<>(reading);
    for (int i = 0; i < writing; i++) {
      writers.add(open(opening, true));
    }
    for (int i = 0; i < reading; i++) {
      readers.add(open(opening, false));
    }
  }

  private static Raw open(Opening opening, boolean writing) throws SQLException {
    Connection connection = opening.open(writing);
    boolean sqlite = connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
    String begin = sqlite ? (writing ? "begin immediate" : "begin") : "";
    connection.setAutoCommit(sqlite);
    return new Raw(connection, begin, new HashMap<>());
  }

  Raw borrow(boolean writing) {
    try {
      return (writing ? writers : readers).take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void giveBack(Raw raw, boolean writing) {
    (writing ? writers : readers).add(raw);
  }

  @Override
  public void close() throws SQLException {
    for (Raw raw : writers) {
      raw.connection().close();
    }
    for (Raw raw : readers) {
      raw.connection().close();
    }
  }
}
