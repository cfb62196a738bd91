package dev.hark.hub.store;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transaction that a thread is in. */
final class Transactions {
  private static final ThreadLocal<@Nullable Running> CURRENT = new ThreadLocal<>();

  private Transactions() {}

  private record Running(Handle handle, List<Runnable> afterwards) {}

  /** The transaction that goes on in this thread, so that a further one joins it. */
  static @Nullable Handle current() {
    Running running = CURRENT.get();
    return running == null ? null : running.handle();
  }

  /**
   * @throws IllegalStateException where no transaction goes on in this thread
   */
  static void afterwards(Runnable effect) {
    Running running = CURRENT.get();
    if (running == null) {
      throw new IllegalStateException("no transaction goes on");
    }
    running.afterwards().add(effect);
  }

  /**
   * Runs within a transaction that was begun.
   *
   * @param afterwards takes what is to be done once the transaction is kept
   */
  static <T> T within(Handle handle, List<Runnable> afterwards, Function<Handle, T> work) {
    CURRENT.set(new Running(handle, afterwards));
    try {
      return work.apply(handle);
    } finally {
      CURRENT.remove();
    }
  }

  /** Runs one transaction in this thread. */
  static <T> T run(Handle handle, List<Runnable> afterwards, Function<Handle, T> work) {
    handle.begin();
    T result;
    try {
      result = within(handle, afterwards, work);
    } catch (Throwable e) {
      undo(handle, e);
      throw e;
    }
    try {
      handle.commit();
    } catch (RuntimeException e) {
      undo(handle, e);
      throw new CommitFailed(e);
    }
    return result;
  }

  private static void undo(Handle handle, Throwable cause) {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      // A broken connection cannot be told to undo: its server does.
      cause.addSuppressed(e);
    }
  }

  /** The commit itself failed: where the connection broke, nobody knows whether it was kept. */
  static final class CommitFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommitFailed(Throwable cause) {
      super(cause);
    }
  }
}
