package dev.hark.cli.bench.merge;

import dev.hark.transcript.Hearing;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Redundancy;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers bought piece by piece: in rounds, all that were bought are merged, and each piece that is
 * worth it gets its next answer in the order in which they really came. Nothing is known of workers
 * but what the answers bought so far tell.
 *
 * @param answers that were bought for a piece, on average
 * @param rate mean word error rate of the texts, in percent
 * @param expected the same as the method expects it
 */
record Buying(double answers, double rate, double expected) {
  static Buying by(Redundancy rule, Crowd crowd) {
    List<Piece> pieces = crowd.pieces();
    int[] bought = new int[pieces.size()];
    boolean more = true;
    List<Hearing> hearings = List.of();
    while (more) {
      more = false;
      for (int i = 0; i < bought.length; i++) {
        boolean another = hearings.isEmpty() || rule.another(hearings.get(i));
        if (another && bought[i] < pieces.get(i).answers().size()) {
          bought[i]++;
          more = true;
        }
      }
      if (more) {
        List<Piece> now = new ArrayList<>();
        for (int i = 0; i < bought.length; i++) {
          Piece piece = pieces.get(i);
          now.add(new Piece(piece.id(), piece.answers().subList(0, bought[i])));
        }
        hearings = Merger.merge(now).hearings();
      }
    }
    double sum = 0;
    double expected = 0;
    for (int i = 0; i < bought.length; i++) {
      sum += bought[i];
      expected += hearings.get(i).errorRate();
    }
    return new Buying(sum / bought.length, crowd.mean(hearings), 100 * expected / bought.length);
  }
}
