package dev.hark.cli.bench.merge;

import dev.hark.transcript.Hearing;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Tally;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Answers that arrive one by one, as at a hub: each makes its piece be merged anew, by what is
 * known of its workers so far. Times are those of one processor.
 *
 * @param first microseconds a piece of all its answers, where a split passed for the first time
 *     after warming up
 * @param last the same where many had passed before
 * @param pieces that had passed then
 * @param median milliseconds of one arriving answer
 * @param most the same of 99 in 100
 */
record Arrivals(double first, double last, int pieces, double median, double most) {
  private static final int WARMING = 2;

  static Arrivals of(Crowd crowd, int rounds) {
    Tally warm = new Tally();
    for (int i = 0; i < WARMING; i++) {
      micros(crowd, warm);
    }
    Tally known = new Tally();
    double first = micros(crowd, known);
    double last = first;
    for (int round = 1; round < rounds; round++) {
      last = micros(crowd, known);
    }
    double[] millis = updates(crowd, known);
    return new Arrivals(
        first,
        last,
        rounds * crowd.pieces().size(),
        millis[millis.length / 2],
        millis[millis.length * 99 / 100]);
  }

  private static double micros(Crowd crowd, Tally known) {
    long begin = now();
    for (Piece piece : crowd.pieces()) {
      known.add(Merger.merge(piece, known));
    }
    return (now() - begin) / 1e3 / crowd.pieces().size();
  }

  /** Nanoseconds of processor time, which others on the machine do not lengthen. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double[] updates(Crowd crowd, Tally known) {
    double[] millis = new double[crowd.pieces().size()];
    for (int i = 0; i < millis.length; i++) {
      Piece piece = crowd.pieces().get(i);
      Piece before = new Piece(piece.id(), piece.answers().subList(0, piece.answers().size() - 1));
      Hearing old = Merger.merge(before, known);
      known.add(old);
      long begin = now();
      known.remove(old);
      Hearing hearing = Merger.merge(piece, known);
      known.add(hearing);
      millis[i] = (now() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }
}
