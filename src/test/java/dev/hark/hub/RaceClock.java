package dev.hark.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A clock that one thread drives, and that others may wait for. */
final class RaceClock extends Clock {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile Instant now = TestClock.START;
  private boolean ended;

  void forward(Duration by) {
    lock.lock();
    try {
      now = now.plus(by);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits any longer. */
  void end() {
    lock.lock();
    try {
      ended = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is later than that, or the end. */
  void awaitAfter(Instant time) throws InterruptedException {
    lock.lock();
    try {
      while (!ended && !now.isAfter(time)) {
        if (!moved.await(60, TimeUnit.SECONDS)) {
          throw new AssertionError("the clock stands still");
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
