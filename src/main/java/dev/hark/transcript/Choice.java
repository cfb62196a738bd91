package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The likeliest word of each column.
 *
 * @param chosen by column
 * @param probabilities of those, by column
 * @param right by answer, how likely its words are right
 */
record Choice(int[] chosen, double[] probabilities, double[] right) {
  static final Choice NONE = new Choice(new int[0], new double[0], new double[0]);

  static Choice of(Lattice lattice, double[] right, Channel channel) {
    int[][] columns = lattice.columns();
    int[] chosen = new int[columns.length];
    double[] probabilities = new double[columns.length];
    double[] scores = new double[right.length];
    for (int i = 0; i < columns.length; i++) {
      int[] column = columns[i];
      int[] words = Arrays.stream(column).distinct().toArray();
      int best = 0;
      for (int w = 0; w < words.length; w++) {
        double score = words[w] == Lattice.NOTHING ? channel.silence() : 0;
        for (int a = 0; a < column.length; a++) {
          score += channel.likelihood(lattice, words[w], column[a], right[a]);
        }
        scores[w] = score;
        if (score > scores[best]) {
          best = w;
        }
      }
      double all = 0;
      for (int w = 0; w < words.length; w++) {
        all += Math.exp(scores[w] - scores[best]);
      }
      chosen[i] = words[best];
      probabilities[i] = 1 / all;
    }
    return new Choice(chosen, probabilities, right);
  }

  /** The words that were chosen. */
  int[] text() {
    return Arrays.stream(chosen).filter(word -> word != Lattice.NOTHING).toArray();
  }

  /** The same as they are written, with how likely each is right. */
  List<MergedWord> words(Lattice lattice) {
    int[] at = new int[right.length];
    List<MergedWord> words = new ArrayList<>();
    int[][] columns = lattice.columns();
    for (int i = 0; i < columns.length; i++) {
      Map<String, Double> surfaces = new HashMap<>();
      for (int a = 0; a < right.length; a++) {
        if (columns[i][a] == Lattice.NOTHING) {
          continue;
        }
        Token token = lattice.answers().get(a).tokens().get(at[a]++);
        if (columns[i][a] == chosen[i]) {
          surfaces.merge(token.surface(), right[a], Double::sum);
        }
      }
      if (chosen[i] != Lattice.NOTHING) {
        words.add(new MergedWord(lattice.word(chosen[i]), heaviest(surfaces), probabilities[i]));
      }
    }
    return words;
  }

  private static String heaviest(Map<String, Double> surfaces) {
    return surfaces.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.<String, Double>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }
}
