package dev.hark.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set forward. */
final class SettableClock extends Clock {
  /** A Wednesday, 10:00 in UTC. */
  private volatile Instant now = Instant.parse("2026-11-18T10:00:00Z");

  void forward(Duration by) {
    now = now.plus(by);
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
