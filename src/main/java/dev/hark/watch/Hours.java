package dev.hark.watch;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of each day by the clock on the wall, also over midnight.
 *
 * @param from the first minute
 * @param until the first minute after
 * @param zone whose clock
 */
public record Hours(LocalTime from, LocalTime until, ZoneId zone) {
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,2})[:.]([0-9]{2}) ?- ?([0-9]{1,2})[:.]([0-9]{2})");

  /**
   * Reads hours such as {@code 22:00-07:00}.
   *
   * @throws Fault.BadFile where they are none, or begin when they end
   */
  public static Hours parse(String text, ZoneId zone) {
    Matcher shape = SHAPE.matcher(text.strip());
    if (shape.matches()
        && Integer.parseInt(shape.group(1)) < 24
        && Integer.parseInt(shape.group(2)) < 60
        && Integer.parseInt(shape.group(3)) < 24
        && Integer.parseInt(shape.group(4)) < 60) {
      LocalTime from = time(shape.group(1), shape.group(2));
      LocalTime until = time(shape.group(3), shape.group(4));
      if (!from.equals(until)) {
        return new Hours(from, until, zone);
      }
    }
    throw new Fault.BadFile(Sentence.of("watch.bad-hours", text), null);
  }

  private static LocalTime time(String hours, String minutes) {
    return LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes));
  }

  public boolean at(Instant moment) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }

  /** When they end next after a moment. */
  public Instant end(Instant moment) {
    return next(until, moment);
  }

  /** When they begin next after a moment. */
  public Instant begin(Instant moment) {
    return next(from, moment);
  }

  private Instant next(LocalTime time, Instant moment) {
    ZonedDateTime there = moment.atZone(zone);
    Instant today = there.toLocalDate().atTime(time).atZone(zone).toInstant();
    return today.isAfter(moment)
        ? today
        : there.toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
  }

  /** When the day of a moment began there. */
  static Instant dayOf(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** How long they last on a day without a change of the clock. */
  public Duration length() {
    Duration length = Duration.between(from, until);
    return length.isNegative() ? length.plusDays(1) : length;
  }
}
