package dev.hark.hub.store;

import dev.hark.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Runs writes one after the other on one thread. Those that wait together are committed together,
 * each within a savepoint of its own, so that many share one flush of the disk. A write is
 * acknowledged only when the commit that holds it has returned.
 */
final class WriteQueue implements AutoCloseable {
  private static final int TOGETHER = 128;
  private static final long CLOSING_MILLIS = 5_000;

  private final SqliteThread connection;
  private final StoreMeters meters;
  private final LinkedBlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
  private final Write<?> end = new Write<>(handle -> true);
  private final Thread thread;
  private volatile boolean ended;

  WriteQueue(Jdbi jdbi, StoreMeters meters) {
    this.connection = new SqliteThread(jdbi);
    this.meters = meters;
    meters.queue(waiting::size);
    this.thread = Thread.ofPlatform().daemon().name("hub-write").start(this::work);
  }

  /** One write and what became of it. */
  private static final class Write<T> {
    private final Function<Handle, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private List<Runnable> afterwards = List.of();
    private @Nullable T result;

    Write(Function<Handle, T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      afterwards = new ArrayList<>();
      result = Transactions.within(handle, afterwards, work);
    }

    void kept() {
      done.complete(result);
    }

    void failed(Throwable cause) {
      done.completeExceptionally(cause);
    }
  }

  <T> T run(Function<Handle, T> work) {
    Write<T> write = new Write<>(work);
    waiting.add(write);
    if (ended) {
      // The thread may have looked for the last time before this one was added.
      failWaiting();
    }
    try {
      T result = write.done.get();
      write.afterwards.forEach(Runnable::run);
      return result;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Fault fault) {
        throw fault;
      }
      meters.failed();
      throw new StoreException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(e);
    }
  }

  private void work() {
    List<Write<?>> batch = new ArrayList<>();
    try {
      while (true) {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, TOGETHER - 1);
        boolean last = batch.remove(end);
        commit(batch);
        if (last) {
          return;
        }
      }
    } catch (InterruptedException _) {
      // Nobody interrupts this thread; whoever did wants it to end.
    } finally {
      ended = true;
      connection.close();
      failWaiting();
    }
  }

  private void commit(List<Write<?>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<Write<?>> done = new ArrayList<>(batch.size());
    try {
      Handle handle = connection.handle();
      connection.control("begin immediate");
      try {
        for (Write<?> write : batch) {
          if (attempt(handle, write, batch.size() > 1)) {
            done.add(write);
          }
        }
        connection.control("commit");
      } catch (Throwable e) {
        connection.undo();
        throw e;
      }
    } catch (Throwable e) {
      if (!(e instanceof Fault)) {
        connection.close();
      }
      broken(batch, e);
      return;
    }
    meters.committed(done.size());
    done.forEach(Write::kept);
  }

  /**
   * @return whether the write stands; where not, its caller knows why
   */
  private boolean attempt(Handle handle, Write<?> write, boolean shared) {
    if (!shared) {
      write.run(handle);
      return true;
    }
    connection.control("savepoint one");
    try {
      write.run(handle);
    } catch (Throwable e) {
      connection.control("rollback to one");
      connection.control("release one");
      write.failed(e);
      return false;
    }
    connection.control("release one");
    return true;
  }

  /** A write that was to share a commit is tried by itself; one that was alone has failed. */
  private void broken(List<Write<?>> batch, Throwable cause) {
    List<Write<?>> open = batch.stream().filter(write -> !write.done.isDone()).toList();
    if (batch.size() > 1) {
      open.forEach(write -> commit(List.of(write)));
    } else {
      open.forEach(write -> write.failed(cause));
    }
  }

  private void failWaiting() {
    List<Write<?>> late = new ArrayList<>();
    waiting.drainTo(late);
    late.forEach(write -> write.failed(new IllegalStateException("the store is closed")));
  }

  /** Lets the writes that wait end, then stops. */
  @Override
  public void close() {
    waiting.add(end);
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
