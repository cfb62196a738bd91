package dev.hark.transcript;

/**
 * How the answers to a piece err, passage by passage: errors come in company, as where somebody
 * lost the thread or stopped too soon, so that a word counts less among words that are doubted. The
 * words around it count the less, the farther they are, by halves.
 *
 * @param rates by answer and column
 * @param leaving by answer
 * @param weights by answer
 */
record Passages(double[][] rates, double[] leaving, double[] weights) implements Choice.Errors {
  private static final double NEXT = 0.5;

  /** Words around by which an answer's own rate holds together that of a passage. */
  private static final double PASSAGE_PRIOR = 3;

  /** Of a column without a word. */
  private static final double OF_SILENCE = 0.5;

  /** How answers err as far as nothing is known of passages. */
  record Everywhere(double[] rates, double[] leaving, double[] weights) implements Choice.Errors {
    static final Everywhere NONE = new Everywhere(new double[0], new double[0], new double[0]);

    @Override
    public double rate(int answer, int column) {
      return rates[answer];
    }

    @Override
    public double leaving(int answer) {
      return leaving[answer];
    }

    @Override
    public double weight(int answer) {
      return weights[answer];
    }
  }

  /** From what is chosen where passages are not looked at. */
  static Passages of(Everywhere everywhere, Choice choice) {
    double[] weights = new double[choice.chosen().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = choice.chosen()[i] == PieceWords.NOTHING ? OF_SILENCE : 1;
    }
    double[][] rates = new double[everywhere.rates().length][];
    for (int a = 0; a < rates.length; a++) {
      rates[a] = around(choice.doubts()[a], weights, everywhere.rates()[a]);
    }
    return new Passages(rates, everywhere.leaving(), everywhere.weights());
  }

  private static double[] around(double[] doubts, double[] weights, double rate) {
    double[] errors = new double[doubts.length];
    double[] words = new double[doubts.length];
    double error = 0;
    double word = 0;
    for (int i = 0; i < doubts.length; i++) {
      errors[i] = error;
      words[i] = word;
      error = NEXT * (error + weights[i] * doubts[i]);
      word = NEXT * (word + weights[i]);
    }
    error = 0;
    word = 0;
    for (int i = doubts.length - 1; i >= 0; i--) {
      errors[i] =
          PieceMerger.bounded(
              (errors[i] + error + PASSAGE_PRIOR * rate) / (words[i] + word + PASSAGE_PRIOR));
      error = NEXT * (error + weights[i] * doubts[i]);
      word = NEXT * (word + weights[i]);
    }
    return errors;
  }

  @Override
  public double rate(int answer, int column) {
    return rates[answer][column];
  }

  @Override
  public double leaving(int answer) {
    return leaving[answer];
  }

  @Override
  public double weight(int answer) {
    return weights[answer];
  }
}
