package dev.hark.wording;

import java.time.Duration;
import java.util.function.LongFunction;

/** A duration in at most two units, rounded as its length deserves. */
final class Span {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  private static final long DAY = 86_400;

  private final LongFunction<String> seconds;
  private final LongFunction<String> minutes;
  private final LongFunction<String> hours;
  private final LongFunction<String> days;

  /** Each names so many of a unit. */
  Span(
      LongFunction<String> seconds,
      LongFunction<String> minutes,
      LongFunction<String> hours,
      LongFunction<String> days) {
    this.seconds = seconds;
    this.minutes = minutes;
    this.hours = hours;
    this.days = days;
  }

  /** What is past counts as nothing left. */
  String of(Duration duration) {
    if (duration.isNegative()) {
      return seconds.apply(0);
    }
    long exact = duration.getSeconds() + (duration.getNano() >= 500_000_000 ? 1 : 0);
    // The first step at which the rounded length stays within the unit's own reach.
    if (exact < MINUTE) {
      return seconds.apply(exact);
    }
    if (exact < 2 * MINUTE) {
      return two(exact, MINUTE, minutes, 1, seconds);
    }
    if (nearest(exact, 5) < 5 * MINUTE) {
      return two(nearest(exact, 5), MINUTE, minutes, 1, seconds);
    }
    if (nearest(exact, MINUTE) < HOUR) {
      return minutes.apply(nearest(exact, MINUTE) / MINUTE);
    }
    if (nearest(exact, MINUTE) < 3 * HOUR) {
      return two(nearest(exact, MINUTE), HOUR, hours, MINUTE, minutes);
    }
    if (nearest(exact, 5 * MINUTE) < DAY) {
      return two(nearest(exact, 5 * MINUTE), HOUR, hours, MINUTE, minutes);
    }
    if (nearest(exact, HOUR) < 2 * DAY) {
      return two(nearest(exact, HOUR), DAY, days, HOUR, hours);
    }
    return days.apply(nearest(exact, DAY) / DAY);
  }

  private static String two(
      long length, long large, LongFunction<String> most, long small, LongFunction<String> rest) {
    long left = length % large / small;
    String first = most.apply(length / large);
    return left == 0 ? first : first + " " + rest.apply(left);
  }

  private static long nearest(long length, long step) {
    return (length + step / 2) / step * step;
  }
}
