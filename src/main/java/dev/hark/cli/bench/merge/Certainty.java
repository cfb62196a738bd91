package dev.hark.cli.bench.merge;

import dev.hark.transcript.MergedPiece;
import java.util.List;

/** How true the probabilities of words are. */
final class Certainty {
  private static final int BINS = 10;

  private final double[] promised = new double[BINS];
  private final int[] right = new int[BINS];
  private final int[] words = new int[BINS];

  /**
   * Expected calibration error (Naeini, Cooper, Hauskrecht, Obtaining well calibrated probabilities
   * using Bayesian binning, AAAI 2015): in ten bins of equal width, the mean difference between
   * what was promised and the share that is right, each bin by its words.
   */
  static double error(Crowd crowd, List<MergedPiece> texts) {
    Certainty certainty = new Certainty();
    texts.forEach(text -> certainty.add(text, crowd.said(text.id())));
    double sum = 0;
    int all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(certainty.promised[bin] - certainty.right[bin]);
      all += certainty.words[bin];
    }
    return all == 0 ? 0 : sum / all;
  }

  private void add(MergedPiece text, List<String> said) {
    boolean[] found = found(said, Crowd.heard(text));
    for (int i = 0; i < found.length; i++) {
      double probability = text.words().get(i).probability();
      int bin = Math.min(BINS - 1, (int) (probability * BINS));
      promised[bin] += probability;
      right[bin] += found[i] ? 1 : 0;
      words[bin]++;
    }
  }

  /** Which words of a text stand where they were said, by the fewest changes of single words. */
  static boolean[] found(List<String> said, List<String> heard) {
    int[][] changes = new int[said.size() + 1][heard.size() + 1];
    for (int i = 0; i <= said.size(); i++) {
      for (int j = 0; j <= heard.size(); j++) {
        changes[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    changes[i - 1][j - 1] + other(said, heard, i, j),
                    Math.min(changes[i - 1][j], changes[i][j - 1]) + 1);
      }
    }
    boolean[] found = new boolean[heard.size()];
    int i = said.size();
    int j = heard.size();
    while (j > 0) {
      if (i > 0 && changes[i][j] == changes[i - 1][j - 1] + other(said, heard, i, j)) {
        found[j - 1] = other(said, heard, i, j) == 0;
        i--;
        j--;
      } else if (i > 0 && changes[i][j] == changes[i - 1][j] + 1) {
        i--;
      } else {
        j--;
      }
    }
    return found;
  }

  private static int other(List<String> said, List<String> heard, int i, int j) {
    return said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1;
  }
}
