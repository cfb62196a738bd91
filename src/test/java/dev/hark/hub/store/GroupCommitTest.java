package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writes that wait together share a commit, and nothing else. */
@Requirement("STORE-2")
@Timeout(60)
class GroupCommitTest {
  @TempDir Path data;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(data);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static int insert(Handle handle, String key) {
    return handle.execute("insert into transfer (transfer_key, made) values (?, 1)", key);
  }

  private long count() {
    return store.read(
        handle -> handle.createQuery("select count(*) from transfer").mapTo(Long.class).one());
  }

  @Test
  void whoAsksAStoreThatIsClosedIsToldSo() {
    assertEquals(0, count());
    store.close();
    assertThrows(StoreException.class, this::count);
    assertThrows(StoreException.class, () -> store.write(handle -> insert(handle, "late")));
  }

  /** Holds the writer until all of these wait, so that they are committed together. */
  private List<Future<Integer>> together(ExecutorService threads, List<String> keys)
      throws InterruptedException {
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    threads.execute(
        () ->
            store.write(
                handle -> {
                  holding.countDown();
                  return await(release);
                }));
    await(holding);
    List<Future<Integer>> futures = new ArrayList<>();
    for (String key : keys) {
      futures.add(
          threads.submit(
              () ->
                  store.write(
                      handle -> {
                        int rows = insert(handle, key);
                        if (key.startsWith("refused")) {
                          throw new Fault.Refused(Refusal.INVALID, key);
                        }
                        return rows;
                      })));
    }
    release.countDown();
    return futures;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWriteThatIsRefusedTakesNoneOfItsNeighboursWithIt() throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> writes =
          together(threads, List.of("a", "refused-b", "c", "refused-d", "e"));
      assertEquals(1, writes.get(0).get());
      assertThrows(ExecutionException.class, () -> writes.get(1).get());
      assertEquals(1, writes.get(2).get());
      assertThrows(ExecutionException.class, () -> writes.get(3).get());
      assertEquals(1, writes.get(4).get());
    }
    assertEquals(3, count());
  }

  @Test
  void aKeyThatIsUsedTwiceFailsOnlyTheSecondWrite() throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> writes = together(threads, List.of("same", "same", "other"));
      int failed = 0;
      for (Future<Integer> write : writes) {
        try {
          write.get();
        } catch (ExecutionException e) {
          assertInstanceOf(StoreException.class, e.getCause());
          failed++;
        }
      }
      assertEquals(1, failed);
    }
    assertEquals(2, count());
  }

  @Test
  void writesOfASlowWriterAreAllThereOnceItReturns() throws Exception {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      keys.add("k" + i);
    }
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (Future<Integer> write : together(threads, keys)) {
        assertEquals(1, write.get());
      }
    }
    assertEquals(300, count());
  }

  @Test
  void aClosedStoreSaysSoInsteadOfWaiting() {
    store.close();
    assertThrows(StoreException.class, () -> store.write(handle -> insert(handle, "late")));
  }
}
