package dev.hark.transcript.join;

import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of two pieces that overlap, without doubled ones: the end of one is laid along the
 * start of the other, so that every word from the first pair on has its partner or is left alone. A
 * word that the cut went through is found by its remaining letters. Where nothing fits, both stay
 * as they are, so that no word is lost.
 *
 * @param first what the piece before keeps
 * @param second what the piece behind it keeps
 */
record Overlap(List<MergedWord> first, List<MergedWord> second) {
  /** Nobody is understood who says more in a second. */
  private static final double WORDS_A_SECOND = 5;

  /** What lies on either side of the overlap may come into it, since words have no sure times. */
  private static final int WORDS_BESIDE = 2;

  private static final double SAME = 1;
  private static final double CUT_THROUGH = 0.6;
  private static final double ALONE = -0.75;
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /** Words less alike than this are two words. */
  private static final double MOST_DISTANCE = 0.4;

  /** Less than that and a likeness is chance. */
  private static final double LEAST = 0.5;

  static Overlap of(List<MergedWord> before, List<MergedWord> after, long overlapMillis) {
    int most = (int) Math.ceil(overlapMillis / 1000.0 * WORDS_A_SECOND) + WORDS_BESIDE;
    int kept = Math.max(0, before.size() - most);
    List<MergedWord> tail = before.subList(kept, before.size());
    List<MergedWord> head = after.subList(0, Math.min(most, after.size()));
    double[][] scores = scores(tail, head);
    int end = 0;
    for (int j = 1; j <= head.size(); j++) {
      end = scores[tail.size()][j] > scores[tail.size()][end] ? j : end;
    }
    if (end == 0 || scores[tail.size()][end] < LEAST) {
      return new Overlap(before, after);
    }
    List<MergedWord> once = new ArrayList<>();
    int start = walk(tail, head, scores, end, once);
    List<MergedWord> first = new ArrayList<>(before.subList(0, kept + start));
    first.addAll(once.subList(0, once.size() / 2));
    List<MergedWord> second = new ArrayList<>(once.subList(once.size() / 2, once.size()));
    second.addAll(after.subList(end, after.size()));
    return new Overlap(List.copyOf(first), List.copyOf(second));
  }

  /** By words of the tail, then of the head: the best way to lay what is before them. */
  private static double[][] scores(List<MergedWord> tail, List<MergedWord> head) {
    double[][] scores = new double[tail.size() + 1][head.size() + 1];
    for (int j = 1; j <= head.size(); j++) {
      scores[0][j] = scores[0][j - 1] + ALONE;
    }
    for (int i = 1; i <= tail.size(); i++) {
      for (int j = 1; j <= head.size(); j++) {
        scores[i][j] =
            Math.max(
                scores[i - 1][j - 1] + likeness(tail, i - 1, head, j - 1),
                Math.max(scores[i - 1][j], scores[i][j - 1]) + ALONE);
      }
    }
    return scores;
  }

  /** Collects what stands in the overlap, each once, and gives where in the tail it starts. */
  private static int walk(
      List<MergedWord> tail,
      List<MergedWord> head,
      double[][] scores,
      int end,
      List<MergedWord> once) {
    int i = tail.size();
    int j = end;
    List<MergedWord> backwards = new ArrayList<>();
    while (j > 0) {
      if (i > 0 && scores[i][j] == scores[i - 1][j - 1] + likeness(tail, i - 1, head, j - 1)) {
        backwards.add(better(tail, --i, head, --j));
      } else if (i > 0 && scores[i][j] == scores[i - 1][j] + ALONE) {
        backwards.add(tail.get(--i));
      } else {
        backwards.add(head.get(--j));
      }
    }
    once.addAll(backwards.reversed());
    return i;
  }

  private static double likeness(List<MergedWord> tail, int i, List<MergedWord> head, int j) {
    String one = tail.get(i).word();
    String other = head.get(j).word();
    if (one.equals(other)) {
      return SAME;
    }
    if (isCutBefore(tail, i, other) || isCutAfter(j, one, other)) {
      return CUT_THROUGH;
    }
    double distance = Spelling.distance(one, other);
    return distance <= MOST_DISTANCE ? SAME - 2 * distance : NEVER;
  }

  /** The piece before ends within the word. */
  private static boolean isCutBefore(List<MergedWord> tail, int i, String whole) {
    String part = tail.get(i).word();
    return i == tail.size() - 1 && part.length() > 1 && whole.startsWith(part);
  }

  /** The piece behind begins within the word. */
  private static boolean isCutAfter(int j, String whole, String part) {
    return j == 0 && part.length() > 1 && whole.endsWith(part);
  }

  /** The whole one of two, else the likelier one, else the first. */
  private static MergedWord better(List<MergedWord> tail, int i, List<MergedWord> head, int j) {
    MergedWord one = tail.get(i);
    MergedWord other = head.get(j);
    if (!one.word().equals(other.word())) {
      if (isCutBefore(tail, i, other.word())) {
        return other;
      }
      if (isCutAfter(j, one.word(), other.word())) {
        return one;
      }
    }
    return other.probability() > one.probability() ? other : one;
  }
}
