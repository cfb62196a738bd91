package dev.hark.pay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long it takes to write down speech, against the length of its sound.
 *
 * @param factor seconds of work for each second of sound, by the slower quarter of people
 * @param workers how many people's times stand behind it; 0 for an estimate
 */
public record Pace(double factor, int workers) {
  /** Where no times are known: six times the length of the sound. */
  public static final Pace USUAL = new Pace(6, 0);

  static final int USUAL_WEIGHS = 5;
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /**
   * Those of several groups as one, weighed by people; empty where there are none. The usual one
   * counts as much as five people, so that a few who were quick do not make the price.
   */
  public static Optional<Pace> together(List<Pace> paces) {
    int workers = paces.stream().mapToInt(Pace::workers).sum();
    if (workers == 0) {
      return Optional.empty();
    }
    double sum = paces.stream().mapToDouble(pace -> pace.factor * pace.workers).sum();
    return Optional.of(
        new Pace((sum + USUAL.factor * USUAL_WEIGHS) / (workers + USUAL_WEIGHS), workers));
  }

  /** For a piece of this length; a few seconds at least, which it takes to take it. */
  public Duration of(Duration sound) {
    Duration time = Duration.ofMillis(Math.round(sound.toMillis() * factor));
    return time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
  }
}
