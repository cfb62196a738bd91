package dev.hark.transcript;

import java.util.List;
import java.util.Map;

/**
 * What the answers to a piece say together, and how good that is.
 *
 * @param text merged
 * @param answers how each stands to the text, in the order in which they were given
 * @param words how each of their words fares there, to be added to what is known of words and taken
 *     away again likewise
 * @param confidences likewise, by tenth of a recogniser's confidence
 * @param copies what the piece tells of whether its workers copy, those pairs of which it tells
 *     something, among the first thirty answers
 * @param errorsLeft words of the text that are wrong, missing or too many, as expected
 * @param gain how many of those one more answer takes away, as expected
 */
public record Hearing(
    MergedPiece text,
    List<AnswerScore> answers,
    Map<String, WordCounts> words,
    List<WordCounts> confidences,
    List<CopyEvidence> copies,
    double errorsLeft,
    double gain) {
  public Hearing {
    answers = List.copyOf(answers);
    words = Map.copyOf(words);
    confidences = List.copyOf(confidences);
    copies = List.copyOf(copies);
  }

  /** The word error rate of the text, as expected; 1 where it has no words. */
  public double errorRate() {
    return share(errorsLeft);
  }

  /** By how much one more answer lowers that rate, as expected; 1 where there are no words. */
  public double gainRate() {
    return share(gain);
  }

  private double share(double errors) {
    int words = text.words().size();
    return words == 0 ? 1 : Math.min(1, errors / words);
  }
}
