package dev.hark.cli.bench.merge;

import dev.hark.transcript.Answer;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Token;
import dev.hark.transcript.WordErrors;
import dev.hark.transcript.WorkerQuality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether workers are told apart by agreement as they would be by references. */
final class WorkerRanks {
  private static final int LEAST_ANSWERS = 20;

  private WorkerRanks() {}

  /**
   * Rank correlation (Spearman, The proof and measurement of association between two things,
   * American Journal of Psychology 15, 1904) of error rates as estimated with those by references,
   * of workers with at least 20 answers.
   */
  static double correlation(Crowd crowd, Map<String, WorkerQuality> estimated) {
    Map<String, WordErrors> errors = new HashMap<>();
    for (Piece piece : crowd.pieces()) {
      for (Answer answer : piece.answers()) {
        errors.merge(
            answer.worker(),
            WordErrors.of(
                crowd.said(piece.id()), answer.tokens().stream().map(Token::word).toList()),
            WordErrors::plus);
      }
    }
    List<Double> guessed = new ArrayList<>();
    List<Double> real = new ArrayList<>();
    estimated.forEach(
        (worker, quality) -> {
          if (quality.answers() >= LEAST_ANSWERS) {
            guessed.add(quality.errorRate());
            real.add(errors.getOrDefault(worker, WordErrors.NONE).rate());
          }
        });
    return pearson(ranks(guessed), ranks(real));
  }

  /** Places in order; equals share theirs. */
  static double[] ranks(List<Double> values) {
    int[] order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[order.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values.get(order[to]).equals(values.get(order[from]))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double pearson(double[] one, double[] other) {
    double middle = (one.length - 1) / 2.0;
    double both = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - middle) * (other[i] - middle);
      left += (one[i] - middle) * (one[i] - middle);
      right += (other[i] - middle) * (other[i] - middle);
    }
    return both / Math.sqrt(left * right);
  }
}
