package dev.hark.transcript;

/**
 * What a probability is worth: answers are less independent of one another than the channel takes
 * them to be, the more so, the more there are. The log odds are taken by a share that falls with
 * the logarithm of the number of answers (Platt, Probabilistic outputs for support vector machines,
 * 1999). The three numbers were fitted on one development split of CrowdSpeech and judged on the
 * other; docs/transcripts.md has both.
 */
final class Calibration {
  private static final double OFFSET = -0.26;
  private static final double SHARE = 0.63;
  private static final double SHARE_LOST = 0.206;

  /** What was found with more answers than this is not known. */
  private static final double MOST_ANSWERS = 7;

  private static final double LEAST = 1e-12;

  /** Words that nobody wrote, as a share of those that were written. */
  private static final double NEVER_WRITTEN = 0.005;

  private Calibration() {}

  /**
   * How often a word is right that has such a probability.
   *
   * @param answers that were merged; copies of one count as one
   */
  static double probability(double byTheChannel, double answers) {
    double odds = Math.log(Math.max(LEAST, byTheChannel) / Math.max(LEAST, 1 - byTheChannel));
    double share = SHARE - SHARE_LOST * Math.log(Math.clamp(answers, 1, MOST_ANSWERS));
    return 1 / (1 + Math.exp(-OFFSET - share * odds));
  }

  /**
   * Words that are wrong, missing or too many, as expected.
   *
   * @param doubts sum of how likely each column is wrong
   * @param words of the text
   */
  static double errorsLeft(double doubts, int words) {
    return doubts + NEVER_WRITTEN * words;
  }
}
