package dev.hark.hub.account;

import dev.hark.hub.store.Store;
import dev.hark.hub.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts requests with tokens that are not good, and notes the count in the audit log: at most once
 * a minute, so that nobody can fill the log. From where they came is not noted. Safe for use by
 * several threads.
 */
public final class FailedSignIns implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Store store;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();
  private long count;
  private Instant noted = Instant.EPOCH;

  public FailedSignIns(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Counts one more; the count is written beside the request. */
  public void count() {
    long due = counted(1, false);
    if (due > 0) {
      Thread.ofVirtual().name("hub-failed-sign-ins").start(() -> note(due));
    }
  }

  /** Takes what is to be noted now; nothing where that was done just before. */
  private long counted(long more, boolean all) {
    Instant now = clock.instant();
    turn.lock();
    try {
      count += more;
      boolean wait = !now.isBefore(noted) && now.isBefore(noted.plus(PAUSE));
      if (wait && !all) {
        return 0;
      }
      long due = count;
      count = 0;
      noted = now;
      return due;
    } finally {
      turn.unlock();
    }
  }

  private void note(long due) {
    try {
      store.write(
          handle -> {
            Audit.note(handle, clock.instant(), Audit.NOBODY, Deed.LOGIN_FAILED, Audit.NOBODY, due);
            return due;
          });
    } catch (StoreException | RejectedExecutionException _) {
      counted(due, false);
    }
  }

  /** Notes what is left. */
  @Override
  public void close() {
    long due = counted(0, true);
    if (due > 0) {
      note(due);
    }
  }
}
