package dev.hark.hub.job;

import dev.hark.task.Money;
import dev.hark.transcript.Difference;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Token;
import java.util.List;

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

  static double of(List<Token> answer, List<MergedWord> text) {
    int longer = Math.max(answer.size(), text.size());
    if (longer == 0) {
      return 1;
    }
    int changes =
        Difference.of(answer, text).stream()
            .mapToInt(one -> Math.max(words(one.answer()), words(one.text())))
            .sum();
    return Math.clamp(1 - (double) changes / longer, 0, 1);
  }

  private static int words(String words) {
    return words.isEmpty() ? 0 : words.split(" ", -1).length;
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
