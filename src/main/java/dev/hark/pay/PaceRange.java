package dev.hark.pay;

import java.time.Duration;

/**
 * How long it takes to write down speech, against the length of its sound, as a range.
 *
 * @param quick seconds of work for each second of sound, by the quicker quarter of people
 * @param slow the same by the slower quarter
 * @param workers how many people's times stand behind it; 0 for an estimate
 */
public record PaceRange(double quick, double slow, int workers) {
  /** Where no times are known: four to six times the length of the sound. */
  public static final PaceRange USUAL = new PaceRange(4, Pace.USUAL.factor(), 0);

  public PaceRange {
    if (!(quick > 0 && slow >= quick)) {
      throw new IllegalArgumentException("no pace: " + quick + " to " + slow);
    }
  }

  /**
   * By recorded times. The usual one counts as much as five people.
   *
   * @param quick sum over people of the quicker quarter's factor
   * @param slow the same of the slower quarter's
   * @param workers how many people
   */
  public static PaceRange recorded(double quick, double slow, int workers) {
    int all = workers + Pace.USUAL_WEIGHS;
    return new PaceRange(
        (quick + USUAL.quick * Pace.USUAL_WEIGHS) / all,
        (slow + USUAL.slow * Pace.USUAL_WEIGHS) / all,
        workers);
  }

  /** The less time that a piece of this length takes. */
  public Duration lower(Duration sound) {
    return new Pace(quick, 0).of(sound);
  }

  /** The more time that a piece of this length takes. */
  public Duration upper(Duration sound) {
    return new Pace(slow, 0).of(sound);
  }
}
