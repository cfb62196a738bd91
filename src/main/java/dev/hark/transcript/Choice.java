package dev.hark.transcript;

import java.util.Arrays;
import java.util.List;

/**
 * The likeliest word of each column.
 *
 * @param chosen by column
 * @param probabilities of those, by column
 * @param doubts by answer and column, how likely what it has there is wrong
 */
record Choice(int[] chosen, double[] probabilities, double[][] doubts) {
  /** How the answers to a piece err. */
  interface Errors {
    /** How likely an answer errs in a column. */
    double rate(int answer, int column);

    /** The share of those errors that are words left out. */
    double leaving(int answer);

    /** How much an answer counts, from 0 to 1: copies of one count as one. */
    double weight(int answer);
  }

  static final Choice NONE = new Choice(new int[0], new double[0], new double[0][]);

  static Choice of(Lattice lattice, Errors errors, Channel channel) {
    List<Column> columns = lattice.columns();
    Choice choice =
        new Choice(
            new int[columns.size()],
            new double[columns.size()],
            new double[lattice.answers()][columns.size()]);
    for (int i = 0; i < columns.size(); i++) {
      choice.choose(i, columns.get(i), lattice, errors, channel);
    }
    return choice;
  }

  private void choose(int at, Column column, Lattice lattice, Errors errors, Channel channel) {
    int answers = lattice.answers();
    int kinds = column.count() + (column.gaps() ? 1 : 0);
    int[] written = new int[answers];
    double[] rates = new double[answers];
    Likelihood unheard = new Likelihood(channel.unheard());
    for (int a = 0; a < answers; a++) {
      while (kind(column, written[a]) != column.word(a)) {
        written[a]++;
      }
      rates[a] = errors.rate(a, at);
      unheard.times(rates[a] * channel.shareOfUnheard(column.word(a)), errors.weight(a));
    }
    double[] scores = new double[kinds];
    double[] alike = new double[kinds];
    int best = 0;
    for (int k = 0; k < kinds; k++) {
      int said = kind(column, k);
      for (int other = 0; other < kinds; other++) {
        alike[other] =
            k == other ? 1 : channel.likeness(lattice.words(), said, kind(column, other));
      }
      Likelihood likelihood =
          new Likelihood(said == PieceWords.NOTHING ? Math.exp(channel.silence()) : 1);
      for (int a = 0; a < answers; a++) {
        double likely =
            k == written[a]
                ? 1 - rates[a]
                : rates[a]
                    * channel.share(said, column.word(a), alike[written[a]], errors.leaving(a));
        likelihood.times(likely, errors.weight(a));
      }
      scores[k] = likelihood.logarithm();
      best = scores[k] > scores[best] ? k : best;
    }
    double[] shares = new double[kinds];
    double all = Math.exp(unheard.logarithm() - scores[best]);
    for (int k = 0; k < kinds; k++) {
      shares[k] = Math.exp(scores[k] - scores[best]);
      all += shares[k];
    }
    chosen[at] = kind(column, best);
    probabilities[at] = 1 / all;
    for (int a = 0; a < answers; a++) {
      doubts[a][at] = 1 - shares[written[a]] / all;
    }
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

  private static int kind(Column column, int i) {
    return i < column.count() ? column.kind(i) : PieceWords.NOTHING;
  }

  /** The words that were chosen. */
  int[] text() {
    return Arrays.stream(chosen).filter(word -> word != PieceWords.NOTHING).toArray();
  }
}
