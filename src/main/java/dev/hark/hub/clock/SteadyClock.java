package dev.hark.hub.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * Time that never jumps. It starts as its reference tells it, goes on by the processor's counter,
 * and is led back to its reference a little at a time, so that a clock that is set, on this machine
 * or on the database's, neither ends anybody's lease nor prolongs it. Never goes backwards. Safe
 * for use by several threads.
 */
public final class SteadyClock extends Clock {
  /** How often {@link #lead} is to be called. */
  public static final Duration INTERVAL = Duration.ofSeconds(30);

  /** The most that one interval is made longer or shorter. */
  public static final Duration STEP = Duration.ofMillis(500);

  private final LongSupplier ticks;
  private volatile Course course;

  /** Led by the machine's clock. */
  public SteadyClock() {
    this(Clock.systemUTC(), new Ticks());
  }

  /**
   * @param reference tells the time to start with
   * @param ticks nanoseconds that have gone by, from any start
   */
  SteadyClock(InstantSource reference, LongSupplier ticks) {
    this.ticks = ticks;
    this.course = new Course(reference.instant(), ticks.getAsLong(), Duration.ZERO);
  }

  /**
   * From one reading of the reference to the next.
   *
   * @param from the time at its start
   * @param tick the counter then
   * @param bend added evenly over one interval
   */
  private record Course(Instant from, long tick, Duration bend) {
    Instant at(long now) {
      long gone = Math.max(0, now - tick);
      long within = Math.min(gone, INTERVAL.toNanos());
      long bent = (long) ((double) bend.toNanos() * within / INTERVAL.toNanos());
      return from.plusNanos(gone + bent);
    }
  }

  /** Takes another time at once, before anything was judged by this clock. */
  public synchronized void startAt(Instant reference) {
    course = new Course(reference, ticks.getAsLong(), Duration.ZERO);
  }

  /**
   * Goes towards the reference over the next interval.
   *
   * @param reference what it tells now
   * @return how far the reference is ahead
   */
  public synchronized Duration lead(Instant reference) {
    long tick = ticks.getAsLong();
    Instant now = course.at(tick);
    Duration ahead = Duration.between(now, reference);
    Duration bend = ahead;
    if (ahead.abs().compareTo(STEP) > 0) {
      bend = ahead.isNegative() ? STEP.negated() : STEP;
    }
    course = new Course(now, tick, bend);
    return ahead;
  }

  @Override
  public Instant instant() {
    return course.at(ticks.getAsLong());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a hub's time is UTC");
  }
}
