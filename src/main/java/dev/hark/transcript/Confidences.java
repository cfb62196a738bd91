package dev.hark.transcript;

import java.util.Arrays;
import java.util.List;

/**
 * How sure a speech recogniser was of words that somebody spoke again, as a weight: what such a
 * number is worth is learnt from how the words fare that it was given to. Where nothing is known
 * yet, it counts as much as it says beside the others of the piece. Words without one are neither
 * more nor less likely than they were.
 */
record Confidences(Choice.Errors errors, double[][] factors) implements Choice.Errors {
  static final int TENTHS = 10;

  /** Words by which what is known of a tenth is held together. */
  private static final double PRIOR = 20;

  /** What nothing is known of makes an error at most so many times likelier, or less likely. */
  private static final double MOST_BY_ITSELF = 4;

  /** Which tenth a confidence from 0 to 1 lies in. */
  static int tenth(double confidence) {
    return Math.min(TENTHS - 1, (int) (confidence * TENTHS));
  }

  /** Whether a word that is laid has one. */
  static boolean any(PieceAnswers answers) {
    for (int a = 0; a < answers.laid().length; a++) {
      if (answers.tokens(a).stream().anyMatch(Token::hasConfidence)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Errors by word.
   *
   * @param known how words of each tenth fare
   * @param own what of that comes from this piece
   */
  static Confidences of(
      Choice.Errors errors, PieceAnswers answers, Network network, Trust known, WordCounts[] own) {
    double[] byTenth = new double[TENTHS];
    double[] expected = new double[TENTHS];
    double found = 0;
    double all = 0;
    for (int i = 0; i < TENTHS; i++) {
      WordCounts others = known.confident(i).minus(own[i]);
      byTenth[i] = others.misheard();
      expected[i] = others.expected();
      found += others.misheard();
      all += others.expected();
    }
    double usual = (found + PRIOR) / (all + PRIOR);
    double doubt = doubt(answers);
    double[][] factors = new double[network.answers()][network.columns()];
    for (int a = 0; a < factors.length; a++) {
      Arrays.fill(factors[a], 1);
      int at = 0;
      List<Token> tokens = answers.tokens(a);
      for (int i = 0; i < factors[a].length; i++) {
        Token token = network.word(i, a) == PieceWords.NOTHING ? null : tokens.get(at++);
        if (token != null && token.hasConfidence()) {
          int tenth = tenth(token.confidence());
          double byItself = doubt > 0 ? (1 - token.confidence()) / doubt : 1;
          double bounded = Math.clamp(byItself, 1 / MOST_BY_ITSELF, MOST_BY_ITSELF);
          factors[a][i] = (byTenth[tenth] + PRIOR * bounded) / (expected[tenth] * usual + PRIOR);
        }
      }
    }
    return new Confidences(errors, factors);
  }

  /** What recognisers lack to certainty in a piece, on average. */
  private static double doubt(PieceAnswers answers) {
    double sum = 0;
    int words = 0;
    for (int a = 0; a < answers.laid().length; a++) {
      for (Token token : answers.tokens(a)) {
        sum += token.hasConfidence() ? 1 - token.confidence() : 0;
        words += token.hasConfidence() ? 1 : 0;
      }
    }
    return words == 0 ? 0 : sum / words;
  }

  /**
   * What the text of a piece tells of confidences, by tenth.
   *
   * @param rates how likely a word of each answer is wrong, whatever its confidence
   */
  static WordCounts[] counted(
      PieceAnswers answers, Network network, Choice choice, double[] rates) {
    WordCounts[] counted = new WordCounts[TENTHS];
    Arrays.fill(counted, WordCounts.NONE);
    for (int a = 0; a < network.answers(); a++) {
      int at = 0;
      List<Token> tokens = answers.tokens(a);
      for (int i = 0; i < network.columns(); i++) {
        Token token = network.word(i, a) == PieceWords.NOTHING ? null : tokens.get(at++);
        if (token != null && token.hasConfidence()) {
          boolean wrong = network.word(i, a) != choice.chosen()[i];
          int tenth = tenth(token.confidence());
          counted[tenth] =
              counted[tenth].plus(
                  new WordCounts(wrong ? 0 : 1, wrong ? 1 : 0, Counts.rounded(rates[a]), 0));
        }
      }
    }
    return counted;
  }

  @Override
  public double rate(int answer, int column) {
    return PieceMerger.bounded(errors.rate(answer, column) * factors[answer][column]);
  }

  @Override
  public double leaving(int answer) {
    return errors.leaving(answer);
  }

  @Override
  public double weight(int answer) {
    return errors.weight(answer);
  }
}
