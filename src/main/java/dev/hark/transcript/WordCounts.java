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
}
