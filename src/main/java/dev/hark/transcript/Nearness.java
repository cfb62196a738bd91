package dev.hark.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the answers to a piece are from one another.
 *
 * @param means by answer, how far it is from the others on average, from 0 to 1
 * @param copies pairs of answers that hardly differ
 */
record Nearness(double[] means, List<int[]> copies) {
  /**
   * Of texts that are given as the numbers of their words.
   *
   * @param weights how much each counts for the others
   */
  static Nearness of(int[][] texts, int words, double[] weights) {
    double[] others = new double[texts.length];
    double[] means = new double[texts.length];
    List<int[]> copies = new ArrayList<>();
    Edits edits = new Edits(words);
    for (int i = 0; i < texts.length; i++) {
      edits.from(texts[i]);
      for (int j = i + 1; j < texts.length; j++) {
        double apart = apart(edits, texts[i], texts[j]);
        means[i] += weights[j] * apart;
        means[j] += weights[i] * apart;
        others[i] += weights[j];
        others[j] += weights[i];
        if (apart <= Copies.NEARLY_THE_SAME) {
          copies.add(new int[] {i, j});
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= Math.max(1, others[i]);
    }
    return new Nearness(means, List.copyOf(copies));
  }

  /** Share of the longer one that differs; the first is what edits are from. */
  static double apart(Edits edits, int[] one, int[] other) {
    double longer = Math.max(1, Math.max(one.length, other.length));
    return Math.min(1, edits.to(other) / longer);
  }
}
