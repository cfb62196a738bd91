package dev.hark.transcript;

/**
 * How a word fares with everybody, by the merged texts. Counts can be added and taken away again;
 * sums are exact, because all but the first are rounded to {@link Counts#STEP}.
 *
 * @param heard how often it stands in a text
 * @param misheard answers that have another word there, each as probable as the word is
 * @param expected how many such answers there were if all words were equally hard
 * @param intruded answers that have it in the place of another word, each as probable as that is
 */
public record WordCounts(long heard, double misheard, double expected, double intruded) {
  public static final WordCounts NONE = new WordCounts(0, 0, 0, 0);

  public WordCounts plus(WordCounts other) {
    return new WordCounts(
        heard + other.heard,
        misheard + other.misheard,
        expected + other.expected,
        intruded + other.intruded);
  }

  public WordCounts minus(WordCounts other) {
    return new WordCounts(
        heard - other.heard,
        misheard - other.misheard,
        expected - other.expected,
        intruded - other.intruded);
  }

  /** The same, but nothing where it is less than that. */
  public WordCounts atLeastNothing() {
    return new WordCounts(
        Math.max(0, heard), Math.max(0, misheard), Math.max(0, expected), Math.max(0, intruded));
  }

  /** As whole numbers, to be stored; {@link #of} reads them. */
  public long[] numbers() {
    return new long[] {
      heard,
      Math.round(misheard / Counts.STEP),
      Math.round(expected / Counts.STEP),
      Math.round(intruded / Counts.STEP)
    };
  }

  /** What {@link #numbers} wrote. */
  public static WordCounts of(long[] numbers) {
    return new WordCounts(
        numbers[0], numbers[1] * Counts.STEP, numbers[2] * Counts.STEP, numbers[3] * Counts.STEP);
  }
}
