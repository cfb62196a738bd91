package dev.hark.transcript;

import java.util.Arrays;

/** What each answer that was laid has at one place of the text: a word or nothing. */
final class Column {
  private final int[] words;
  private int[] kinds = new int[4];
  private double[] weights = new double[4];
  private int count;
  private double silent;

  /**
   * @param answers how many there are
   * @param silent the weight of those that were laid before, and have nothing here
   */
  Column(int answers, double silent) {
    words = new int[answers];
    this.silent = silent;
  }

  /** Puts a word in. */
  void put(int answer, int word, double weight) {
    words[answer] = word;
    int at = 0;
    while (at < count && kinds[at] != word) {
      at++;
    }
    if (at == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * at);
      weights = Arrays.copyOf(weights, 2 * at);
    }
    if (at == count) {
      kinds[count++] = word;
    }
    weights[at] += weight;
  }

  /** An answer has nothing here. */
  void leave(double weight) {
    silent += weight;
  }

  /** By answer, {@link PieceWords#NOTHING} for those that have none. */
  int[] words() {
    return words;
  }

  /** How many different words there are, nothing not counted. */
  int count() {
    return count;
  }

  /** One of them. */
  int kind(int i) {
    return kinds[i];
  }

  /** That of the answers that have it. */
  double weight(int i) {
    return weights[i];
  }

  double silent() {
    return silent;
  }
}
