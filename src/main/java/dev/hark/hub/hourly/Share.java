package dev.hark.hub.hourly;

import java.time.Duration;
import java.time.Instant;

/**
 * What one event adds to the figures of a group and its requester. All that belongs to one piece of
 * work counts on the day on which it was handed in or given back, however much later it is decided
 * on.
 *
 * @param workerId who worked
 * @param day since 1970, in UTC
 * @param minor money that they got for it, in the group's currency
 * @param millis time that they spent on it
 * @param approved answers that are approved by this
 * @param rejected answers that are rejected by this; -1 where a rejection is turned round
 * @param returned tasks that are given back by this
 */
public record Share(
    String workerId, long day, long minor, long millis, int approved, int rejected, int returned) {

  /** An answer that was approved, with all that was paid for it until now. */
  public static Share approved(String workerId, Instant submitted, long minor, long millis) {
    return new Share(workerId, day(submitted), minor, some(millis), 1, 0, 0);
  }

  /** An answer that was rejected; a bonus may have been paid for it all the same. */
  public static Share rejected(String workerId, Instant submitted, long minor, long millis) {
    return new Share(workerId, day(submitted), minor, some(millis), 0, 1, 0);
  }

  /** A rejected answer that is approved after all. */
  public static Share overturned(String workerId, Instant submitted, long minor) {
    return new Share(workerId, day(submitted), minor, 0, 1, -1, 0);
  }

  /** Money beyond the reward for an answer that was decided on before. */
  public static Share bonus(String workerId, Instant submitted, long minor) {
    return new Share(workerId, day(submitted), minor, 0, 0, 0, 0);
  }

  /** A task that was given back. */
  public static Share returned(String workerId, Instant returned, long millis) {
    return new Share(workerId, day(returned), 0, some(millis), 0, 0, 1);
  }

  /** Nobody works in no time, whatever a clock that stands still says. */
  private static long some(long millis) {
    return Math.max(millis, 1);
  }

  static long day(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), Duration.ofDays(1).toMillis());
  }

  int decided() {
    return approved + rejected;
  }
}
