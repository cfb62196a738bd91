package dev.hark.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How matches are caught.
 *
 * @param mode the first only, or each
 * @param queue how many tasks the worker holds at most, however they came
 * @param perDay how many are caught at most on a day
 * @param hours when the worker works; empty for always
 * @param zone where the worker's day begins
 */
public record CatchRules(Mode mode, int queue, int perDay, Optional<Hours> hours, ZoneId zone) {
  /** The limits where nothing else is asked for. */
  public static final int QUEUE = 5;

  public static final int PER_DAY = 50;

  public CatchRules {
    if (queue < 1 || perDay < 1) {
      throw new IllegalArgumentException("a limit of none");
    }
  }

  /** Which matches are caught. */
  public enum Mode {
    FIRST,
    EVERY
  }

  Instant dayOf(Instant moment) {
    return Hours.dayOf(moment, zone);
  }

  /** When the next day begins. */
  Instant nextDay(Instant moment) {
    return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
