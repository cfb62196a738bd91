package dev.hark.transcript;

import java.util.Arrays;
import java.util.List;

/**
 * The answers to one piece, word under word: columns, in each of which every answer has a word or
 * {@link PieceWords#NOTHING}. Never changes.
 */
final class Network {
  static final Network EMPTY = new Network(0, List.of());

  private final int answers;
  private final int columns;

  /** Column by column. */
  private final int[] words;

  /**
   * @param answers how many there are
   * @param laid what each has, by column
   */
  Network(int answers, List<int[]> laid) {
    this.answers = answers;
    columns = laid.size();
    words = new int[answers * columns];
    for (int i = 0; i < columns; i++) {
      System.arraycopy(laid.get(i), 0, words, i * answers, answers);
    }
  }

  int answers() {
    return answers;
  }

  int columns() {
    return columns;
  }

  int word(int column, int answer) {
    return words[column * answers + answer];
  }

  /**
   * The different words of a column in the order of the answers, nothing behind all others.
   *
   * @param written takes for each answer which of them it has
   */
  int[] kinds(int column, int[] written) {
    int[] kinds = new int[answers + 1];
    return Arrays.copyOf(kinds, kinds(column, written, kinds));
  }

  /**
   * The same, and how many there are.
   *
   * @param kinds takes them; one longer than there are answers
   */
  int kinds(int column, int[] written, int[] kinds) {
    int count = 0;
    boolean gaps = false;
    for (int a = 0; a < answers; a++) {
      int word = word(column, a);
      int k = 0;
      while (k < count && kinds[k] != word) {
        k++;
      }
      written[a] = k;
      if (word == PieceWords.NOTHING) {
        gaps = true;
      } else if (k == count) {
        kinds[count++] = word;
      }
    }
    if (gaps) {
      for (int a = 0; a < answers; a++) {
        written[a] = word(column, a) == PieceWords.NOTHING ? count : written[a];
      }
      kinds[count++] = PieceWords.NOTHING;
    }
    return count;
  }
}
