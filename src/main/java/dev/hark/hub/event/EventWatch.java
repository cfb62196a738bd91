package dev.hark.hub.event;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.StoreException;
import dev.hark.wire.EventJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those who wait for events, whichever hub wrote them: one thread asks the database, ten
 * times a second while anybody waits, else once a second. What it misses, a waiter finds when it
 * reads on: nothing depends on being woken. Whoever opens it closes it.
 */
public final class EventWatch implements AutoCloseable {
  /** Most that wait at a time: those of one account, and all. */
  static final int OWN_LIMIT = 20;

  static final int LIMIT = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
  private static final Duration BUSY = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_PRUNES = Duration.ofSeconds(10);

  private final EventLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Set<Waiter> waiters = new HashSet<>();
  private final Thread thread;
  private boolean closed;
  private long pruned = System.nanoTime();

  EventWatch(EventLog log) {
    this.log = log;
    this.thread = Thread.ofPlatform().daemon().name("hub-events").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * Joins those who wait.
   *
   * @throws Fault.Refused with {@link Refusal#TOO_MANY} where too many wait already
   */
  public Waiter join(Audience audience) {
    lock.lock();
    try {
      long own = waiters.stream().filter(other -> other.audience.equals(audience)).count();
      if (own >= OWN_LIMIT || waiters.size() >= LIMIT) {
        throw new Fault.Refused(Refusal.TOO_MANY);
      }
      Waiter waiter = new Waiter(audience);
      waiters.add(waiter);
      asked.signal();
      return waiter;
    } finally {
      lock.unlock();
    }
  }

  /** How many wait. */
  public int waiting() {
    lock.lock();
    try {
      return waiters.size();
    } finally {
      lock.unlock();
    }
  }

  /** Somebody who waits until they close it. */
  public final class Waiter implements AutoCloseable {
    private final Audience audience;
    private final Condition told = lock.newCondition();
    private boolean woken;
    private boolean over;

    private Waiter(Audience audience) {
      this.audience = audience;
    }

    /** Waits until there may be something to read; whether there is, only reading tells. */
    public void await(Duration atMost) {
      long left = atMost.toNanos();
      lock.lock();
      try {
        while (!woken && !closed && left > 0) {
          left = told.awaitNanos(left);
        }
        woken = false;
      } catch (InterruptedException e) {
        // The server stops this request: there is nothing more to wait for.
        Thread.currentThread().interrupt();
        over = true;
      } finally {
        lock.unlock();
      }
    }

    /** Whether the hub stops, so that waiting on is in vain. */
    public boolean isOver() {
      lock.lock();
      try {
        return closed || over;
      } finally {
        lock.unlock();
      }
    }

    private boolean hears(EventLog.Told told) {
      EventJson event = told.json();
      return told.open()
          || audience.all()
          || audience.account().equals(event.requesterId())
          || audience.account().equals(event.workerId());
    }

    private void wake() {
      woken = true;
      told.signal();
    }

    @Override
    public void close() {
      lock.lock();
      try {
        waiters.remove(this);
      } finally {
        lock.unlock();
      }
    }
  }

  private void run() {
    long seen = -1;
    do {
      try {
        seen = look(seen);
        pruneAtTimes();
      } catch (StoreException | Fault e) {
        // The database may be away for a while; the next look is soon.
        LOG.warn("events cannot be read", e);
      }
    } while (goOn());
  }

  /**
   * @param before the last position that was looked at, negative at first
   * @return the last position now
   */
  private long look(long before) {
    log.number();
    long now = log.range().numbered();
    if (now == before) {
      return now;
    }
    boolean anybody = before < 0;
    List<EventLog.Told> news = anybody ? List.of() : log.after(before, EventLog.BATCH);
    lock.lock();
    try {
      for (Waiter waiter : waiters) {
        if (anybody || news.size() == EventLog.BATCH || news.stream().anyMatch(waiter::hears)) {
          waiter.wake();
        }
      }
    } finally {
      lock.unlock();
    }
    return now;
  }

  private void pruneAtTimes() {
    if (System.nanoTime() - pruned > BETWEEN_PRUNES.toNanos()) {
      pruned = System.nanoTime();
      log.prune();
    }
  }

  /** Waits for the next look. */
  private boolean goOn() {
    lock.lock();
    try {
      long left = (waiters.isEmpty() ? IDLE : BUSY).toNanos();
      while (!closed && left > 0) {
        boolean idle = waiters.isEmpty();
        left = asked.awaitNanos(left);
        if (idle && !waiters.isEmpty()) {
          left = Math.min(left, BUSY.toNanos());
        }
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Sends everybody home who waits, and stops looking. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      asked.signalAll();
      waiters.forEach(Waiter::wake);
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
