package dev.hark.audio.cut;

import java.time.Duration;

/**
 * How long pieces are to be.
 *
 * @param least pieces are shorter only where a longer one would hold more silence than speech, or
 *     too much
 * @param most no piece is longer
 * @param overlap how much two pieces share where no pause is found between them
 */
public record CutRules(Duration least, Duration most, Duration overlap) {
  /** Shortest and longest that a piece may be asked to be. */
  public static final Duration SHORTEST = Duration.ofSeconds(1);

  public static final Duration LONGEST = Duration.ofSeconds(60);

  /** Four to eight seconds: what people can keep in mind while they type. */
  public static final CutRules USUAL =
      new CutRules(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofMillis(400));

  public CutRules {
    if (!fit(least, most) || overlap.isNegative() || overlap.multipliedBy(4).compareTo(most) > 0) {
      throw new IllegalArgumentException("no bounds: " + least + ", " + most + ", " + overlap);
    }
  }

  /** Whether pieces can be cut between these bounds: the longest is half as much again. */
  public static boolean fit(Duration least, Duration most) {
    return least.compareTo(SHORTEST) >= 0
        && most.compareTo(LONGEST) <= 0
        && most.multipliedBy(2).compareTo(least.multipliedBy(3)) >= 0;
  }
}
