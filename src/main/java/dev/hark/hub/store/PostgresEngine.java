package dev.hark.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.hark.fault.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Many writers at a time. Transactions run on the thread that calls. One that lost to another, or
 * whose server went away before its commit, is run again from its start.
 */
final class PostgresEngine implements Engine {
  private static final int ATTEMPTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * Serialization failure, deadlock, and a unique key that another writer took in between: the
   * second attempt sees what the other one did.
   */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

  /** The server shuts down, has crashed, or is still starting. */
  private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03");

  /** A write came to a server that is a standby by now. */
  private static final String READ_ONLY = "25006";

  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;
  private final StoreMeters meters;

  private PostgresEngine(
      HikariDataSource writing, HikariDataSource reading, StoreMeters meters, Tap tap) {
    this.writing = writing;
    this.reading = reading;
    this.writer = Dialect.POSTGRES.jdbi(tap.listen(writing, true));
    this.reader = Dialect.POSTGRES.jdbi(tap.listen(reading, false));
    this.meters = meters;
    meters.watch("write", writing);
    meters.watch("read", reading);
  }

  static PostgresEngine open(Database.Postgres database, StoreMeters meters, Tap tap) {
    HikariDataSource writing = PostgresPools.writing(database);
    boolean open = false;
    try {
      Schema.migrate(writing, database, () -> PostgresPools.migrating(database));
      PostgresEngine engine =
          new PostgresEngine(writing, PostgresPools.reading(database), meters, tap);
      open = true;
      return engine;
    } finally {
      if (!open) {
        writing.close();
      }
    }
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    T result = run(reader, work, true);
    meters.read();
    return result;
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    long began = System.nanoTime();
    T result = run(writer, work, false);
    meters.wrote(began);
    return result;
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

  private <T> T run(Jdbi jdbi, Function<Handle, T> work, boolean reads) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 1; ; attempt++) {
      List<Runnable> afterwards = new ArrayList<>();
      T result;
      try (Handle handle = jdbi.open()) {
        result = Transactions.run(handle, afterwards, work);
      } catch (Fault fault) {
        throw fault;
      } catch (RuntimeException e) {
        if (!again(e, attempt, until, reads)) {
          meters.failed();
          throw new StoreException(e);
        }
        continue;
      }
      afterwards.forEach(Runnable::run);
      return result;
    }
  }

  /** Whether to run the same once more; waits a little first where that helps. */
  private boolean again(RuntimeException thrown, int attempt, long until, boolean reads) {
    String state = state(thrown);
    if (CONFLICTS.contains(state)) {
      if (attempt == ATTEMPTS) {
        return false;
      }
      meters.conflict();
      pause(ThreadLocalRandom.current().nextLong(attempt * 2_000_000L));
      return true;
    }
    boolean gone = state.startsWith("08") || GOING.contains(state) || state.equals(READ_ONLY);
    boolean unsure = thrown instanceof Transactions.CommitFailed && !reads;
    if (!gone || unsure || System.nanoTime() - until > 0) {
      return false;
    }
    meters.lost();
    if (state.equals(READ_ONLY)) {
      // The pool takes such a connection for a good one, and would hand it out for ever.
      writing.getHikariPoolMXBean().softEvictConnections();
      reading.getHikariPoolMXBean().softEvictConnections();
    }
    pause(PAUSE.toNanos());
    return true;
  }

  private static void pause(long nanos) {
    LockSupport.parkNanos(nanos);
  }

  /** The first SQL state among the causes; empty where there is none. */
  private static String state(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
