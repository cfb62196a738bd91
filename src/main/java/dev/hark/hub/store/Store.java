package dev.hark.hub.store;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.metrics.Metrics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The hub's database. What a write transaction has done survives kill -9 and power loss once {@link
 * #write} returns. Several hubs, also in several processes, may share one database. Safe for use by
 * several threads; whoever opens it closes it.
 */
public final class Store implements AutoCloseable {
  private final Engine engine;

  private final Metrics metrics;

  private Store(Engine engine, Metrics metrics) {
    this.engine = engine;
    this.metrics = metrics;
  }

  /** Opens the database that a data directory holds. */
  public static Store open(Path dataDirectory) {
    return open(Database.in(dataDirectory));
  }

  /**
   * Opens a database and brings its schema up to date.
   *
   * @throws Fault.Storage where it cannot be opened, or was made by a newer Hark
   */
  public static Store open(Database database) {
    return open(database, Tap.NONE);
  }

  /** The same with something that listens. */
  public static Store open(Database database, Tap tap) {
    try {
      Metrics metrics = new Metrics();
      StoreMeters meters = new StoreMeters(metrics);
      return new Store(
          switch (database) {
            case Database.Sqlite sqlite -> SqliteEngine.open(sqlite, meters, tap);
            case Database.Postgres postgres -> PostgresEngine.open(postgres, meters, tap);
          },
          metrics);
    } catch (Fault fault) {
      throw fault;
    } catch (RuntimeException e) {
      throw new Fault.Storage(Sentence.of("server.store", database.name()), e);
    }
  }

  /**
   * Runs in one transaction that sees one state of the database and changes nothing. Inside another
   * transaction, joins that one.
   *
   * @throws StoreException where the database fails
   */
  public <T> T read(Function<Handle, T> work) {
    Handle current = Transactions.current();
    return current != null ? work.apply(current) : engine.read(work);
  }

  /**
   * Runs in one transaction that is kept as a whole or not at all. Inside another write
   * transaction, joins that one.
   *
   * <p>On SQLite no other writer comes between. On PostgreSQL others write meanwhile, and each
   * statement sees what they have committed: decide by the count of rows that a conditional update
   * changed, by unique keys, or under {@link #lock}.
   *
   * @param work may be run several times, each time after all that it did was undone, and so must
   *     do nothing outside the database
   * @throws StoreException where the database fails; nothing was kept, unless the connection broke
   *     in the very commit, after which nobody can tell
   */
  public <T> T write(Function<Handle, T> work) {
    Handle current = Transactions.current();
    return current != null ? work.apply(current) : engine.write(work);
  }

  /**
   * Keeps all others that lock the same name waiting until this write transaction ends.
   *
   * @param handle of a write transaction
   * @param name such as {@code worker:ID}
   */
  public static void lock(Handle handle, String name) {
    if (Dialect.of(handle) == Dialect.POSTGRES) {
      handle
          .createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) l")
          .bind("name", name)
          .mapTo(Integer.class)
          .one();
    }
  }

  /**
   * Has something done after the transaction that goes on in this thread is kept, and not at all
   * where it is not, however often its work is run: counting, or waking somebody. Where the process
   * dies right after the commit, it is not done either.
   *
   * @param effect quick; does not use the database
   * @throws IllegalStateException where no transaction goes on in this thread
   */
  public static void onceKept(Runnable effect) {
    Transactions.afterwards(effect);
  }

  /** What the hub on this store counts; its other parts may add to it. */
  public Metrics metrics() {
    return metrics;
  }

  /**
   * The time by the clock that all hubs on this database share: the database server's, or on SQLite
   * the machine's.
   *
   * @throws StoreException where the database fails
   */
  public Instant time() {
    return engine.time();
  }

  /** Lets running transactions end, then closes; no transaction starts afterwards. */
  @Override
  public void close() {
    engine.close();
  }
}
