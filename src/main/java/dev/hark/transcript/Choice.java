package dev.hark.transcript;

import java.util.Arrays;

/**
 * The likeliest word of each column.
 *
 * @param chosen by column
 * @param probabilities of those, by column
 * @param doubts by answer and column, how likely what it has there is wrong
 * @param shares by column, how likely each of its kinds is, in their order
 */
record Choice(int[] chosen, double[] probabilities, double[][] doubts, double[][] shares) {
  /** How the answers to a piece err. */
  interface Errors {
    /** How likely an answer errs in a column. */
    double rate(int answer, int column);

    /** The share of those errors that are words left out. */
    double leaving(int answer);

    /** How much an answer counts, from 0 to 1: copies of one count as one. */
    double weight(int answer);
  }

  static final Choice NONE =
      new Choice(new int[0], new double[0], new double[0][], new double[0][]);

  static Choice of(
      Network network, PieceWords words, Errors errors, Channel channel, WordHabits habits) {
    Choice choice =
        new Choice(
            new int[network.columns()],
            new double[network.columns()],
            new double[network.answers()][network.columns()],
            new double[network.columns()][]);
    int[] written = new int[network.answers()];
    double[] rates = new double[written.length];
    for (int i = 0; i < network.columns(); i++) {
      int[] kinds = network.kinds(i, written);
      Likelihood unheard = new Likelihood(channel.unheard());
      for (int a = 0; a < rates.length; a++) {
        rates[a] = errors.rate(a, i);
        unheard.times(rates[a] * channel.shareOfUnheard(kinds[written[a]]), errors.weight(a));
      }
      double[] scores = new double[kinds.length];
      for (int k = 0; k < kinds.length; k++) {
        double[] alike = new double[kinds.length];
        double[] oftener = new double[kinds.length];
        for (int other = 0; other < kinds.length; other++) {
          alike[other] = channel.likeness(words, kinds[k], kinds[other]);
          oftener[other] = habits.oftener(kinds[k], kinds[other]);
        }
        Likelihood likelihood =
            new Likelihood(kinds[k] == PieceWords.NOTHING ? Math.exp(channel.silence()) : 1);
        for (int a = 0; a < rates.length; a++) {
          int w = written[a];
          double share = channel.share(kinds[k], kinds[w], alike[w], errors.leaving(a), oftener[w]);
          likelihood.times(k == w ? 1 - rates[a] : rates[a] * share, errors.weight(a));
        }
        scores[k] = likelihood.logarithm();
      }
      choice.choose(i, kinds, written, scores, unheard.logarithm());
    }
    return choice;
  }

  private void choose(int at, int[] kinds, int[] written, double[] scores, double unheard) {
    int best = 0;
    for (int k = 1; k < kinds.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    double[] likely = new double[kinds.length];
    double all = Math.exp(unheard - scores[best]);
    for (int k = 0; k < kinds.length; k++) {
      likely[k] = Math.exp(scores[k] - scores[best]);
      all += likely[k];
    }
    chosen[at] = kinds[best];
    probabilities[at] = 1 / all;
    for (int a = 0; a < written.length; a++) {
      doubts[a][at] = 1 - likely[written[a]] / all;
    }
    for (int k = 0; k < kinds.length; k++) {
      likely[k] /= all;
    }
    shares[at] = likely;
  }

  /** A product of many small numbers. */
  private static final class Likelihood {
    private static final double SMALL = 1e-200;

    private double product;
    private double logarithms;

    Likelihood(double first) {
      product = first;
    }

    void times(double likely, double weight) {
      product *= weight == 1 ? likely : Math.pow(likely, weight);
      if (product < SMALL) {
        logarithms += Math.log(product);
        product = 1;
      }
    }

    double logarithm() {
      return logarithms + Math.log(product);
    }
  }

  /** The same without what only the next step needs. */
  Choice withoutDoubts() {
    return new Choice(chosen, probabilities, new double[0][], new double[0][]);
  }

  /** The words that were chosen. */
  int[] text() {
    return Arrays.stream(chosen).filter(word -> word != PieceWords.NOTHING).toArray();
  }
}
