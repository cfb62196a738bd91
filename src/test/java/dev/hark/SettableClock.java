package dev.hark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set. Safe for use by several threads. */
public final class SettableClock extends Clock {
  private volatile Instant now;

  /**
   * @param now what it shows at first
   */
  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Lets time pass. */
  public synchronized void forward(Duration by) {
    now = now.plus(by);
  }

  /** It is a certain time, also an earlier one. */
  public synchronized void set(Instant time) {
    now = time;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("one zone is enough here");
  }

  @Override
  public Instant instant() {
    return now;
  }
}
