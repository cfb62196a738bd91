package dev.hark.hub.event;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait between attempts: longer each time, and never all at the same moment. */
final class BackOff {
  /** For how long a delivery is tried: about 20 times in this span. */
  static final Duration SPAN = Duration.ofDays(3);

  /** A webhook that failed for so long, and never succeeded meanwhile, is turned off. */
  static final Duration UNTIL_OFF = Duration.ofDays(5);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private BackOff() {}

  /** Until a delivery is tried again: 5 seconds, then three times as long each, at most 6 hours. */
  static Duration delivery(int attempts, RandomGenerator random) {
    return grown(FIRST, 3, attempts, LONGEST, random);
  }

  /** How long a webhook is left alone after failures in a row, whatever waits for it. */
  static Duration webhook(int failures, RandomGenerator random) {
    return grown(Duration.ofSeconds(1), 2, failures, LONGEST_PAUSE, random);
  }

  private static Duration grown(
      Duration first, int factor, int times, Duration longest, RandomGenerator random) {
    double grown = (double) first.toMillis() * Math.pow(factor, Math.max(times, 1) - 1.0);
    double millis = Math.min(grown, (double) longest.toMillis()) * random.nextDouble(0.75, 1.25);
    return Duration.ofMillis(Math.round(millis));
  }
}
