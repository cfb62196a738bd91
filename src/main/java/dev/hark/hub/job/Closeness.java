package dev.hark.hub.job;

import dev.hark.task.Money;
import dev.hark.transcript.AnswerScore;

/**
 * How near an answer is to the text of its piece, and the bonus that follows. The closeness is 1
 * less the share of its words that differ: the fewest changes of single words, as a share of the
 * longer of the two. An answer without words is 1 where the text has none either, else 0.
 */
final class Closeness {
  /** With half of the words or fewer there is no bonus. */
  private static final double LEAST = 0.5;

  /** Hardly a word of the text is in the answer. */
  private static final double STRANGE = 0.1;

  private Closeness() {}

  static double of(AnswerScore score, boolean textHasWords) {
    if (score.counts().words() == 0) {
      return textHasWords ? 0 : 1;
    }
    return textHasWords
        ? Math.clamp(1 - score.counts().errors() / score.counts().words(), 0, 1)
        : 0;
  }

  /**
   * From nothing at a closeness of 0.5 evenly up to the highest at 1, rounded to minor units, half
   * upwards.
   */
  static Money bonus(Money highest, double closeness) {
    double share = Math.clamp((closeness - LEAST) / (1 - LEAST), 0, 1);
    return new Money(
        Math.min(highest.minor(), Math.round(highest.minor() * share)), highest.currency());
  }

  /** Whether a person is to look at an answer before it is paid. */
  static boolean isStrange(double closeness) {
    return closeness < STRANGE;
  }
}
