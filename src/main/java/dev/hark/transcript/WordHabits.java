package dev.hark.transcript;

import java.util.Arrays;

/**
 * How everybody hears the words of a piece, learnt from the merged texts of other pieces: some
 * words are seldom misheard, so that who wrote another one must have heard another one; some are
 * written oftener than others where something else was said, such as "and" for "in".
 */
final class WordHabits {
  /** Answers by which what is known of a word is held together. */
  private static final double PRIOR = 10;

  private final double[] hard;
  private final double[] intruding;

  private WordHabits(double[] hard, double[] intruding) {
    this.hard = hard;
    this.intruding = intruding;
  }

  /**
   * Those of a piece's words; all words are alike where nothing is known.
   *
   * @param known what is known of words
   * @param own what of that comes from this piece, by the number of the word
   */
  static WordHabits of(PieceWords words, Trust known, WordCounts[] own) {
    double[] hard = new double[words.size()];
    double[] intruding = new double[words.size()];
    Arrays.fill(hard, 1);
    Arrays.fill(intruding, 1);
    WordCounts all = known.allWords();
    for (int i = PieceWords.NOTHING + 1; i < hard.length && all.heard() > 0; i++) {
      WordCounts word = known.word(words.word(i)).minus(own[i]);
      hard[i] = ratio(word.misheard(), word.expected());
      intruding[i] = ratio(word.intruded(), all.intruded() * word.heard() / all.heard());
    }
    return new WordHabits(hard, intruding);
  }

  private static double ratio(double found, double expected) {
    return (found + PRIOR) / (expected + PRIOR);
  }

  /** How much oftener than usual the one word is written where the other was said. */
  double oftener(int said, int written) {
    return said == PieceWords.NOTHING || written == PieceWords.NOTHING
        ? 1
        : hard[said] * intruding[written];
  }

  /**
   * What the text of a piece tells of its words.
   *
   * @param errors by which it was chosen
   * @return by the number of the word
   */
  static WordCounts[] counted(
      PieceWords words, Network network, Choice choice, Passages.Everywhere errors) {
    long[] heard = new long[words.size()];
    double[] misheard = new double[words.size()];
    double[] expected = new double[words.size()];
    double[] intruded = new double[words.size()];
    double perWord = 0;
    for (int a = 0; a < network.answers(); a++) {
      perWord += errors.weight(a) * errors.rates()[a] * (1 - errors.leaving(a));
    }
    for (int i = 0; i < network.columns(); i++) {
      int said = choice.chosen()[i];
      if (said == PieceWords.NOTHING) {
        continue;
      }
      double probability = choice.probabilities()[i];
      heard[said]++;
      expected[said] += probability * perWord;
      for (int a = 0; a < network.answers(); a++) {
        int written = network.word(i, a);
        if (written != PieceWords.NOTHING && written != said) {
          misheard[said] += probability * errors.weight(a);
          intruded[written] += probability * errors.weight(a);
        }
      }
    }
    WordCounts[] counted = new WordCounts[heard.length];
    for (int i = 0; i < counted.length; i++) {
      counted[i] =
          new WordCounts(
              heard[i],
              Counts.rounded(misheard[i]),
              Counts.rounded(expected[i]),
              Counts.rounded(intruded[i]));
    }
    return counted;
  }
}
