package dev.hark.transcript;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Answers that several accounts gave and one person, or one speech recogniser, wrote. That two
 * agree where they are right tells nothing; that they err alike, word for word, does. Where at
 * least two others agree on a word, two answers that differ from it say the same by chance in some
 * cases, and copies say so nearly always; the logarithms of how much likelier copies are than
 * chance add up over columns and pieces.
 */
final class Copies {
  /** Copies are a million times likelier than chance. */
  static final double SURE = Math.log(1e6);

  /** Words that differ between copies at most, as a share, for two to be looked at. */
  static final double NEARLY_THE_SAME = 0.1;

  /**
   * How often two that differ from others say the same by chance: in CrowdSpeech, nine pairs of ten
   * in less.
   */
  private static final double BY_CHANCE = 0.3;

  private static final double BY_COPYING = 0.95;
  private static final int OTHERS = 2;

  private Copies() {}

  /** How much likelier two answers to a piece are copies than not: the logarithm. */
  static double evidence(Network network, int one, int other) {
    int alike = 0;
    int apart = 0;
    int[] written = new int[network.answers()];
    int[] kinds = new int[written.length + 1];
    int[] votes = new int[kinds.length];
    for (int i = 0; i < network.columns(); i++) {
      int left = network.word(i, one);
      int right = network.word(i, other);
      int count = network.kinds(i, written, kinds);
      Arrays.fill(votes, 0, count, 0);
      for (int a = 0; a < written.length; a++) {
        votes[written[a]] += a == one || a == other ? 0 : 1;
      }
      int usual = usual(kinds, votes, count);
      if (usual >= 0 && left != right) {
        apart++;
      } else if (usual >= 0 && left != usual && left != PieceWords.NOTHING) {
        alike++;
      }
    }
    return alike * Math.log(BY_COPYING / BY_CHANCE)
        + apart * Math.log((1 - BY_COPYING) / (1 - BY_CHANCE));
  }

  /** What most others have there, or -1 where fewer than two agree or as many on something else. */
  private static int usual(int[] kinds, int[] votes, int count) {
    int usual = -1;
    int most = OTHERS - 1;
    boolean twice = false;
    for (int k = 0; k < count; k++) {
      if (votes[k] > most) {
        most = votes[k];
        usual = kinds[k];
        twice = false;
      } else {
        twice |= votes[k] == most;
      }
    }
    return twice ? -1 : usual;
  }

  /**
   * How much each answer counts: one through how many there are of it.
   *
   * @param workers by answer
   * @param copying pairs who copy; who answers a piece twice copies themselves
   */
  static double[] weights(List<String> workers, Set<WorkerPair> copying) {
    int[] group = new int[workers.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (int j = 0; j < i; j++) {
        if (group[i] != group[j] && areOne(workers.get(i), workers.get(j), copying)) {
          int from = group[j];
          int to = group[i];
          for (int k = 0; k <= i; k++) {
            group[k] = group[k] == from ? to : group[k];
          }
        }
      }
    }
    return Arrays.stream(group)
        .mapToDouble(mine -> 1.0 / Arrays.stream(group).filter(one -> one == mine).count())
        .toArray();
  }

  private static boolean areOne(String one, String other, Set<WorkerPair> copying) {
    return one.equals(other) || copying.contains(WorkerPair.of(one, other));
  }
}
