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
    Choosing choosing = new Choosing(network, words, errors, channel, habits);
    for (int i = 0; i < network.columns(); i++) {
      choosing.choose(i);
    }
    return choosing.choice;
  }

  /** Chooses column by column. For one thread. */
  private static final class Choosing {
    private final Network network;
    private final PieceWords words;
    private final Errors errors;
    private final Channel channel;
    private final WordHabits habits;
    private final Choice choice;

    /** By answer: which of the kinds of a column it has, and how likely it errs there. */
    private final int[] written;

    private final double[] rates;

    /** By kind. */
    private final int[] kinds;

    private final double[] alike;
    private final double[] oftener;
    private final double[] scores;
    private final Likelihood likelihood = new Likelihood();

    Choosing(Network network, PieceWords words, Errors errors, Channel channel, WordHabits habits) {
      this.network = network;
      this.words = words;
      this.errors = errors;
      this.channel = channel;
      this.habits = habits;
      int columns = network.columns();
      int answers = network.answers();
      choice =
          new Choice(
              new int[columns],
              new double[columns],
              new double[answers][columns],
              new double[columns][]);
      written = new int[answers];
      rates = new double[answers];
      kinds = new int[answers + 1];
      alike = new double[kinds.length];
      oftener = new double[kinds.length];
      scores = new double[kinds.length];
    }

    void choose(int at) {
      int count = network.kinds(at, written, kinds);
      likelihood.begin(channel.unheard());
      for (int a = 0; a < rates.length; a++) {
        rates[a] = errors.rate(a, at);
        likelihood.times(rates[a] * channel.shareOfUnheard(kinds[written[a]]), errors.weight(a));
      }
      double unheard = likelihood.logarithm();
      for (int k = 0; k < count; k++) {
        scores[k] = score(k, count);
      }
      choose(at, count, unheard);
    }

    /** The logarithm of how likely all was written if one of so many kinds was said. */
    private double score(int k, int count) {
      for (int other = 0; other < count; other++) {
        alike[other] = channel.likeness(words, kinds[k], kinds[other]);
        oftener[other] = habits.oftener(kinds[k], kinds[other]);
      }
      likelihood.begin(kinds[k] == PieceWords.NOTHING ? Math.exp(channel.silence()) : 1);
      for (int a = 0; a < rates.length; a++) {
        int w = written[a];
        double likely =
            k == w
                ? 1 - rates[a]
                : rates[a]
                    * channel.share(kinds[k], kinds[w], alike[w], errors.leaving(a), oftener[w]);
        likelihood.times(likely, errors.weight(a));
      }
      return likelihood.logarithm();
    }

    private void choose(int at, int count, double unheard) {
      int best = 0;
      for (int k = 1; k < count; k++) {
        best = scores[k] > scores[best] ? k : best;
      }
      double[] likely = new double[count];
      double all = Math.exp(unheard - scores[best]);
      for (int k = 0; k < count; k++) {
        likely[k] = Math.exp(scores[k] - scores[best]);
        all += likely[k];
      }
      choice.chosen[at] = kinds[best];
      choice.probabilities[at] = 1 / all;
      for (int a = 0; a < written.length; a++) {
        choice.doubts[a][at] = 1 - likely[written[a]] / all;
      }
      for (int k = 0; k < count; k++) {
        likely[k] /= all;
      }
      choice.shares[at] = likely;
    }
  }

  /** A product of many small numbers. */
  private static final class Likelihood {
    private static final double SMALL = 1e-200;

    private double product;
    private double logarithms;

    void begin(double first) {
      product = first;
      logarithms = 0;
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
