package dev.hark.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hark.fault.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Many writers at a time. Transactions run on the thread that calls. A write that lost to another
 * one is run again from its start.
 */
final class PostgresEngine implements Engine {
  private static final int WRITERS = 16;
  private static final int READERS = 8;
  private static final int ATTEMPTS = 10;

  /**
   * Serialization failure, deadlock, and a unique key that another writer took in between: the
   * second attempt sees what the other one did.
   */
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;

  private PostgresEngine(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
    this.writer = Dialect.POSTGRES.jdbi(writing);
    this.reader = Dialect.POSTGRES.jdbi(reading);
  }

  static PostgresEngine open(Database.Postgres database) {
    HikariDataSource writing = pool(database, "hub-write", WRITERS, false);
    boolean open = false;
    try {
      Schema.migrate(writing, database);
      PostgresEngine engine =
          new PostgresEngine(writing, pool(database, "hub-read", READERS, true));
      open = true;
      return engine;
    } finally {
      if (!open) {
        writing.close();
      }
    }
  }

  private static HikariDataSource pool(
      Database.Postgres database, String name, int size, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(database.url());
    database.password().ifPresent(config::setPassword);
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // A server that is gone without a word must not hold a request for ever.
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "60");
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setPoolName(name);
    config.setTransactionIsolation(
        readOnly ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
    config.setReadOnly(readOnly);
    return new HikariDataSource(config);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return run(reader, work);
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    return run(writer, work);
  }

  @Override
  public Instant time() {
    return read(
        handle -> {
          long asked = System.nanoTime();
          OffsetDateTime told =
              handle.createQuery("select clock_timestamp()").mapTo(OffsetDateTime.class).one();
          return told.toInstant().plusNanos((System.nanoTime() - asked) / 2);
        });
  }

  private static <T> T run(Jdbi jdbi, Function<Handle, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Transactions.run(jdbi, work);
      } catch (Fault fault) {
        throw fault;
      } catch (SQLException | RuntimeException e) {
        if (attempt == ATTEMPTS || !mayRunAgain(e)) {
          throw new StoreException(e);
        }
      }
    }
  }

  private static boolean mayRunAgain(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && AGAIN.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
