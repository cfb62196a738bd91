package dev.hark.hub.job;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Gives the answers that are left to those pieces where they gain most. Each piece that waits
 * claims one after the other: what it gains by its next answer, and by those behind it as they are
 * expected. The claims that gain most win, as many as answers are left. A piece is given its next
 * one where that is among them.
 *
 * @param left answers that may still be asked for
 * @param most answers that one piece may get
 * @param open pieces whose answers are still to come; each may gain more than all that wait, and so
 *     one answer is kept for it
 */
record Spread(int left, int most, int open) {
  /**
   * A piece that waits.
   *
   * @param number of the piece
   * @param answers that are in
   * @param gain errors that one more is expected to take away
   * @param wanted answers that it has asked for so far, at most as many as are in
   */
  record Piece(int number, int answers, double gain, int wanted) {
    /**
     * What the next answer behind so many more is expected to take away. With n answers and E
     * errors left it is E / (n + 1), and so many errors fewer are left then.
     */
    double gain(int more) {
      double errors = gain * (answers + 1) * answers / (answers + more);
      return more == 0 ? gain : errors / (answers + more + 1);
    }
  }

  private record Claim(Piece piece, int more, double gain) {
    static Claim of(Piece piece, int more) {
      return new Claim(piece, more, piece.gain(more));
    }
  }

  private static final Comparator<Claim> MOST_GAIN =
      Comparator.comparingDouble((Claim claim) -> -claim.gain())
          .thenComparingInt(claim -> claim.piece().number());

  /**
   * Which pieces get their next answer now. Where no answer is still to come, at least one does, as
   * long as answers are left.
   *
   * @return their numbers, at most as many as answers are left
   */
  Set<Integer> granted(List<Piece> waiting) {
    PriorityQueue<Claim> claims = new PriorityQueue<>(MOST_GAIN);
    waiting.stream()
        .filter(piece -> piece.wanted() < most)
        .forEach(piece -> claims.add(Claim.of(piece, 0)));
    Set<Integer> granted = new HashSet<>();
    for (int free = left - open; free > 0 && !claims.isEmpty(); free--) {
      Claim best = claims.remove();
      granted.add(best.piece().number());
      if (best.piece().wanted() + best.more() + 1 < most) {
        claims.add(Claim.of(best.piece(), best.more() + 1));
      }
    }
    return granted;
  }
}
