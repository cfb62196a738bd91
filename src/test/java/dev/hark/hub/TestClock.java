package dev.hark.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves. */
final class TestClock extends Clock {
  /** A Wednesday, 10:00 in UTC. */
  static final Instant START = Instant.parse("2026-11-18T10:00:00Z");

  private final AtomicLong millis = new AtomicLong(START.toEpochMilli());

  void forward(Duration by) {
    millis.addAndGet(by.toMillis());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.get());
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
