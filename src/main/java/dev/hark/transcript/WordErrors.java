package dev.hark.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text differs from its reference, by the fewest changes of single words (Levenshtein 1966);
 * of several ways the one with most substitutions. Counts can be added.
 *
 * @param words of the reference
 * @param substitutions words in the place of others
 * @param insertions words too many
 * @param deletions words too few
 */
public record WordErrors(long words, long substitutions, long insertions, long deletions) {
  public static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

  /** Pairs of words that are compared at most: a minute or so. */
  public static final long MOST = 10_000_000_000L;

  /**
   * Compares.
   *
   * @throws IllegalArgumentException where the two have more than {@link #MOST} pairs of words
   */
  public static WordErrors of(List<String> reference, List<String> hypothesis) {
    if ((long) reference.size() * hypothesis.size() > MOST) {
      throw new IllegalArgumentException("too long to compare");
    }
    Map<String, Integer> numbers = new HashMap<>();
    return of(numbered(reference, numbers), numbered(hypothesis, numbers));
  }

  private static int[] numbered(List<String> words, Map<String, Integer> numbers) {
    return words.stream()
        .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size()))
        .toArray();
  }

  /** Words as numbers, the same number for the same word. */
  static WordErrors of(int[] reference, int[] hypothesis) {
    // Cost and substitutions of the best way so far, in one number: fewer errors win, then more
    // substitutions.
    long one = 1L << 32;
    long[] best = new long[hypothesis.length + 1];
    for (int j = 0; j < best.length; j++) {
      best[j] = j * one;
    }
    for (int word : reference) {
      long diagonal = best[0];
      best[0] += one;
      for (int j = 1; j < best.length; j++) {
        long kept = word == hypothesis[j - 1] ? diagonal : diagonal + one - 1;
        diagonal = best[j];
        best[j] = Math.min(kept, Math.min(best[j], best[j - 1]) + one);
      }
    }
    long last = best[hypothesis.length];
    long errors = (last + one - 1) >> 32;
    long substitutions = errors * one - last;
    // Insertions less deletions is the difference of the lengths.
    long difference = (long) hypothesis.length - reference.length;
    long insertions = (errors - substitutions + difference) / 2;
    return new WordErrors(
        reference.length, substitutions, insertions, errors - substitutions - insertions);
  }

  public long errors() {
    return substitutions + insertions + deletions;
  }

  /**
   * Word error rate: errors through words of the reference, more than 1 where much is too much. Of
   * an empty reference 0 where nothing is there, else 1.
   */
  public double rate() {
    return words == 0 ? Math.min(1, errors()) : (double) errors() / words;
  }

  public WordErrors plus(WordErrors other) {
    return new WordErrors(
        words + other.words,
        substitutions + other.substitutions,
        insertions + other.insertions,
        deletions + other.deletions);
  }
}
