package dev.hark.transcript;

/**
 * How much somebody wrote, and how much of it is wrong by the merged texts. Counts can be added and
 * taken away again; sums are exact, because each answer's errors are rounded to {@link #STEP}.
 *
 * @param answers with words in them
 * @param words in all of them
 * @param errors words that are wrong, missing or too many, as estimated, so that parts of one occur
 * @param missing words among those errors that were left out
 */
public record Counts(long answers, long words, double errors, long missing) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Share of errors that are words left out, where nothing else is known. */
  static final double USUAL_MISSING = 0.3;

  /** Sums of multiples of this are exact up to 2^43, in whatever order. */
  static final double STEP = 1.0 / 1024;

  /** Where it was not kept how many words were left out: as many as usual. */
  public Counts(long answers, long words, double errors) {
    this(answers, words, errors, Math.round(USUAL_MISSING * errors));
  }

  /** Of one answer. */
  static Counts of(int words, double errors, int missing) {
    return new Counts(1, words, rounded(errors), missing);
  }

  static double rounded(double errors) {
    return Math.rint(errors / STEP) * STEP;
  }

  public Counts plus(Counts other) {
    return new Counts(
        answers + other.answers,
        words + other.words,
        errors + other.errors,
        missing + other.missing);
  }

  public Counts minus(Counts other) {
    return new Counts(
        answers - other.answers,
        words - other.words,
        errors - other.errors,
        missing - other.missing);
  }

  /** Share of words that are wrong, held together by some words of others, who err at a rate. */
  double rate(double prior, double others) {
    return (errors + prior * others) / (words + prior);
  }

  /** Share of errors that are words left out, held together likewise. */
  double missingRate(double prior, double others) {
    return (missing + prior * others) / (Math.max(errors, (double) missing) + prior);
  }
}
