package dev.hark.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hark.fault.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One writer at a time, and readers beside it.
 *
 * <p>SQLite runs in native code, which holds on to the thread that calls it. Transactions therefore
 * run on a few threads of the engine's own, and callers may be virtual threads.
 */
final class SqliteEngine implements Engine {
  private static final int READERS = 4;
  private static final int CLOSING_MILLIS = 5_000;

  /** Another hub that writes without a pause may keep this one waiting for seconds. */
  private static final int BUSY_MILLIS = 30_000;

  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final ThreadLocal<SqliteThread> connections;
  private final WriteQueue writes;
  private final StoreMeters meters;
  private final ExecutorService readThreads;

  private SqliteEngine(
      HikariDataSource writing, HikariDataSource reading, StoreMeters meters, Tap tap) {
    this.writing = writing;
    this.reading = reading;
    Jdbi reader = Dialect.SQLITE.jdbi(tap.listen(reading, false));
    this.connections = ThreadLocal.withInitial(() -> new SqliteThread(reader));
    this.meters = meters;
    this.writes = new WriteQueue(Dialect.SQLITE.jdbi(tap.listen(writing, true)), meters);
    this.readThreads = Executors.newFixedThreadPool(READERS, this::reader);
  }

  static SqliteEngine open(Database.Sqlite database, StoreMeters meters, Tap tap) {
    HikariDataSource writing = pool(database.file(), 1, TransactionMode.IMMEDIATE);
    boolean open = false;
    try {
      Schema.migrate(writing, database);
      SqliteEngine engine =
          new SqliteEngine(
              writing, pool(database.file(), READERS, TransactionMode.DEFERRED), meters, tap);
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
    List<Runnable> afterwards = new ArrayList<>();
    try {
      T result = readThreads.submit(() -> readHere(afterwards, work)).get();
      meters.read();
      afterwards.forEach(Runnable::run);
      return result;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Fault fault) {
        throw fault;
      }
      meters.failed();
      throw new StoreException(e.getCause());
    } catch (RejectedExecutionException e) {
      // Closed: whoever still asks is told like everybody whom the database fails.
      throw new StoreException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(e);
    }
  }

  private <T> T readHere(List<Runnable> afterwards, Function<Handle, T> work) {
    SqliteThread connection = connections.get();
    try {
      Handle handle = connection.handle();
      connection.control("begin");
      try {
        return Transactions.within(handle, afterwards, work);
      } finally {
        connection.undo();
      }
    } catch (Fault fault) {
      throw fault;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    long began = System.nanoTime();
    T result = writes.run(work);
    meters.wrote(began);
    return result;
  }

  @Override
  public Instant time() {
    return Clock.systemUTC().instant();
  }

  private static HikariDataSource pool(Path file, int size, TransactionMode mode) {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(JournalMode.WAL);
    sqlite.setSynchronous(SynchronousMode.FULL);
    sqlite.setBusyTimeout(BUSY_MILLIS);
    sqlite.enforceForeignKeys(true);
    sqlite.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(sqlite);
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setMaxLifetime(0);
    config.setPoolName(mode == TransactionMode.IMMEDIATE ? "hub-write" : "hub-read");
    return new HikariDataSource(config);
  }

  private Thread reader(Runnable reads) {
    return Thread.ofPlatform()
        .daemon()
        .name("hub-read")
        .unstarted(
            () -> {
              try {
                reads.run();
              } finally {
                connections.get().close();
              }
            });
  }

  @Override
  public void close() {
    writes.close();
    readThreads.shutdown();
    try {
      if (!readThreads.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
        readThreads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reading.close();
    writing.close();
  }
}
