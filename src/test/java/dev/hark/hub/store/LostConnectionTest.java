package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL takes a connection away at each step of a transaction. */
class LostConnectionTest {
  /** It tells of each connection that breaks, at length. */
  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  @TempDir Path data;
  private Store store;

  @BeforeEach
  void open() {
    POOL.setLevel(Level.SEVERE);
    store = Store.open(TestDatabase.POSTGRES.in(data));
    store.write(handle -> handle.execute("create table seen (key text not null)"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private int kept() {
    return store.read(
        handle -> handle.createQuery("select count(*) from seen").mapTo(Integer.class).one());
  }

  private static int insert(Handle handle) {
    return handle.execute("insert into seen (key) values ('x')");
  }

  /** Ends the server's side of a transaction's connection, from another one. */
  private void end(Handle handle) {
    int backend = handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
    TestDatabase.POSTGRES.run(data, "select pg_terminate_backend(" + backend + ", 5000)");
  }

  @Test
  @Requirement("OPER-3")
  void aWriteWhoseConnectionBreaksBeforeItsCommitIsMadeOnAnother() {
    AtomicInteger runs = new AtomicInteger();
    List<Integer> counted = new ArrayList<>();
    int rows =
        store.write(
            handle -> {
              Store.onceKept(() -> counted.add(1));
              int inserted = insert(handle);
              if (runs.incrementAndGet() < 3) {
                end(handle);
                return insert(handle);
              }
              return inserted;
            });
    assertEquals(1, rows);
    assertEquals(3, runs.get());
    assertEquals(1, kept());
    assertEquals(List.of(1), counted, "what follows a write follows once");
    assertTrue(
        store
            .metrics()
            .text()
            .contains("hark_transaction_retries_total{cause=\"connection\"} 2\n"));
  }

  @Test
  @Requirement("OPER-3")
  void aReadWhoseConnectionBreaksIsMadeOnAnother() {
    AtomicInteger runs = new AtomicInteger();
    int told =
        store.read(
            handle -> {
              if (runs.incrementAndGet() == 1) {
                end(handle);
              }
              return handle.createQuery("select 7").mapTo(Integer.class).one();
            });
    assertEquals(7, told);
    assertEquals(2, runs.get());
  }

  @Test
  @Requirement("OPER-3")
  void aWriteWhoseConnectionBreaksInItsCommitIsNotMadeAgain() {
    store.write(
        handle ->
            handle.execute(
                """
                create function leave() returns trigger language plpgsql as
                  'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
                create constraint trigger leaving after insert on seen
                  deferrable initially deferred for each row execute function leave()
                """));
    AtomicInteger runs = new AtomicInteger();
    assertThrows(
        StoreException.class,
        () ->
            store.write(
                handle -> {
                  runs.incrementAndGet();
                  return insert(handle);
                }));
    assertEquals(1, runs.get());
  }

  @Test
  @Requirement("OPER-3")
  void aConnectionToAServerThatTakesNoMoreWritesIsGivenUp() {
    for (int i = 0; i < 3; i++) {
      store.write(handle -> handle.execute("set default_transaction_read_only = on"));
      assertEquals(1, store.write(LostConnectionTest::insert));
    }
    assertEquals(3, kept());
  }
}
