package dev.hark.transcript;

/**
 * How much somebody wrote, and how much of it is wrong by the merged texts. Counts can be added and
 * taken away again; sums are exact, because each answer's errors are rounded to {@link #STEP}.
 *
 * @param answers with words in them
 * @param words in all of them
 * @param errors words among them that are wrong, as estimated, so that parts of one occur
 */
public record Counts(long answers, long words, double errors) {
  public static final Counts NONE = new Counts(0, 0, 0);

  /** Sums of multiples of this are exact up to 2^43, in whatever order. */
  static final double STEP = 1.0 / 1024;

  /** Of one answer. */
  static Counts of(int words, double errors) {
    return new Counts(1, words, Math.rint(errors / STEP) * STEP);
  }

  public Counts plus(Counts other) {
    return new Counts(answers + other.answers, words + other.words, errors + other.errors);
  }

  public Counts minus(Counts other) {
    return new Counts(answers - other.answers, words - other.words, errors - other.errors);
  }

  /** Share of words that are wrong, held together by some words of others, who err at a rate. */
  double rate(double prior, double others) {
    return (errors + prior * others) / (words + prior);
  }
}
