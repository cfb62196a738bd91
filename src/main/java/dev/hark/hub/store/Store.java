package dev.hark.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The hub's database. What a write transaction has done survives kill -9 and power loss once {@link
 * #write} returns. Several hubs, also in several processes, may share one file. Safe for use by
 * several threads; whoever opens it closes it.
 *
 * <p>SQLite runs in native code, which holds on to the thread that calls it. Transactions therefore
 * run on a few threads of the store's own, and callers may be virtual threads.
 */
public final class Store implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 5_000;
  private static final ThreadLocal<@Nullable Handle> CURRENT = new ThreadLocal<>();

  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;
  private final ExecutorService writeThread;
  private final ExecutorService readThreads;

  private Store(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
    this.writer = jdbi(writing);
    this.reader = jdbi(reading);
    this.writeThread = Executors.newSingleThreadExecutor(named("hub-write"));
    this.readThreads = Executors.newFixedThreadPool(READERS, named("hub-read"));
  }

  /**
   * Opens the database of a data directory and brings its schema up to date.
   *
   * @throws Fault.Storage where it cannot be opened, or was made by a newer Hark
   */
  public static Store open(Path dataDirectory) {
    Path file = dataDirectory.resolve("hub.db");
    HikariDataSource writing = null;
    try {
      writing = pool(file, 1, TransactionMode.IMMEDIATE);
      Schema.migrate(writing, file);
      return new Store(writing, pool(file, READERS, TransactionMode.DEFERRED));
    } catch (RuntimeException e) {
      if (writing != null) {
        writing.close();
      }
      throw e instanceof Fault fault
          ? fault
          : new Fault.Storage(Sentence.of("server.store", file.toString()), e);
    }
  }

  /**
   * Runs in one transaction that sees one state of the database and changes nothing. Inside another
   * transaction, joins that one.
   */
  public <T> T read(Function<Handle, T> work) {
    Handle current = CURRENT.get();
    return current != null ? work.apply(current) : run(readThreads, reader, work);
  }

  /**
   * Runs in one transaction that is kept as a whole or not at all; no other writer comes between.
   * Inside another write transaction, joins that one.
   */
  public <T> T write(Function<Handle, T> work) {
    Handle current = CURRENT.get();
    return current != null ? work.apply(current) : run(writeThread, writer, work);
  }

  private static <T> T run(ExecutorService threads, Jdbi jdbi, Function<Handle, T> work) {
    try {
      return threads.submit(() -> inTransaction(jdbi, work)).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw new StoreException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(e);
    }
  }

  private static <T> T inTransaction(Jdbi jdbi, Function<Handle, T> work) throws SQLException {
    return jdbi.inTransaction(
        handle -> {
          CURRENT.set(handle);
          try {
            return work.apply(handle);
          } finally {
            CURRENT.remove();
          }
        });
  }

  private static Jdbi jdbi(HikariDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // Messages with the bound values would put answers into the log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
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

  private static ThreadFactory named(String name) {
    return Thread.ofPlatform().daemon().name(name, 0).factory();
  }

  /** Lets running transactions end, then closes; no transaction starts afterwards. */
  @Override
  public void close() {
    writeThread.shutdown();
    readThreads.shutdown();
    try {
      boolean ended = writeThread.awaitTermination(BUSY_MILLIS, TimeUnit.MILLISECONDS);
      ended &= readThreads.awaitTermination(BUSY_MILLIS, TimeUnit.MILLISECONDS);
      if (!ended) {
        writeThread.shutdownNow();
        readThreads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reading.close();
    writing.close();
  }
}
