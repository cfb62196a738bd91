package dev.hark.hub;

import dev.hark.hub.clock.SteadyClock;
import dev.hark.hub.store.Store;
import dev.hark.hub.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a hub's steady clock to the one that all hubs on its database share. */
final class TimeKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TimeKeeper.class);
  private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

  private final CountDownLatch closing = new CountDownLatch(1);

  private TimeKeeper() {}

  /** Takes the shared time, before anything is judged by the clock. */
  static void begin(Clock clock, Store store) {
    if (clock instanceof SteadyClock steady) {
      steady.startAt(store.time());
    }
  }

  /** Leads the clock from now on; leaves any other kind of clock alone. */
  static TimeKeeper start(Clock clock, Store store) {
    TimeKeeper keeper = new TimeKeeper();
    if (clock instanceof SteadyClock steady) {
      Thread.ofPlatform().daemon().name("hub-time").start(() -> keeper.lead(steady, store));
    }
    return keeper;
  }

  private void lead(SteadyClock steady, Store store) {
    try {
      while (!closing.await(SteadyClock.INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        once(steady, store);
      }
    } catch (InterruptedException _) {
      // Nobody interrupts this thread; whoever did wants it to end.
    }
  }

  private static void once(SteadyClock steady, Store store) {
    try {
      Duration ahead = steady.lead(store.time());
      if (ahead.abs().compareTo(WORTH_SAYING) > 0) {
        LOG.warn("the clock is {} behind the shared one, and is led there slowly", ahead);
      }
    } catch (StoreException e) {
      LOG.warn("the shared time cannot be read now", e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
