package dev.hark.transcript;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one text of several answers to each piece, and learns on the way how far each worker can be
 * trusted, from nothing but their agreement, jointly over all pieces.
 *
 * <p>In turns, the answers are laid under one another, in each column the likeliest word is chosen,
 * and from what was chosen follows how often each answer and each worker errs. A worker who errs
 * with probability e wrote the word that was said with 1 - e, left it out with a share of e, and
 * wrote another one the less likely, the less its letters resemble it; see {@link Channel}. An
 * answer's e is estimated from the answer itself, held together by the worker's other work, and
 * that by everybody's. The method follows Dawid and Skene (Maximum likelihood estimation of
 * observer error-rates using the EM algorithm, Applied Statistics 28, 1979) with Fiscus's network
 * (A post-processing system to yield reduced word error rates: ROVER, ASRU 1997) in the place of
 * fixed questions.
 *
 * <p>Neither the order of pieces nor of answers changes anything. For one thread.
 */
public final class Merger {
  /** After so many turns hardly a word changes. */
  private static final int TURNS = 3;

  private static final int TURNS_WITH_LAYING = 2;

  /** Agreement of two answers counts both their errors, and what they share of them. */
  private static final double SHARE_OF_DISAGREEMENT = 0.7;

  /**
   * Words of everybody's by which a worker's rate is held together, and of a worker's an answer's.
   */
  private static final double WORKER_PRIOR = 15;

  private static final double ANSWER_PRIOR = 500;

  /** How much more those count who err less, where answers are laid under one another. */
  private static final double SHARPNESS = 8;

  private static final double LEAST_ERROR = 0.01;
  private static final double MOST_ERROR = 0.95;

  private final Channel channel = Channel.STANDARD;

  /**
   * What was merged.
   *
   * @param pieces in the order in which they came
   * @param workers by id, in the order of the ids
   */
  public record Merged(List<MergedPiece> pieces, Map<String, WorkerQuality> workers) {
    public Merged {
      pieces = List.copyOf(pieces);
    }
  }

  /** Merges all pieces of a job. */
  public Merged merge(List<Piece> pieces) {
    List<Work> works = pieces.stream().map(Work::new).toList();
    Rates rates = new Rates();
    works.forEach(Work::begin);
    for (int turn = 0; turn < TURNS; turn++) {
      rates.count(works);
      for (Work work : works) {
        work.choose(rates, turn < TURNS_WITH_LAYING);
      }
    }
    rates.count(works);
    return new Merged(works.stream().map(Work::merged).toList(), rates.qualities());
  }

  /** One piece that is being merged. */
  private final class Work {
    private final Piece piece;
    private final Lattice lattice;
    private final double[] errors;
    private Choice choice = Choice.NONE;

    Work(Piece piece) {
      this.piece = piece;
      this.lattice =
          new Lattice(
              Compounds.alike(
                  piece.answers().stream().filter(one -> !one.tokens().isEmpty()).toList()));
      this.errors = new double[lattice.answers().size()];
    }

    /** How far each answer is from the others. */
    void begin() {
      for (int i = 0; i < errors.length; i++) {
        double sum = 0;
        for (int j = 0; j < errors.length; j++) {
          sum += i == j ? 0 : apart(lattice.text(i), lattice.text(j));
        }
        errors[i] = SHARE_OF_DISAGREEMENT * sum / Math.max(1, errors.length - 1);
      }
    }

    private double apart(int[] one, int[] other) {
      double longer = Math.max(1, Math.max(one.length, other.length));
      return Math.min(1, WordErrors.of(one, other).errors() / longer);
    }

    void choose(Rates rates, boolean lay) {
      double[] right = new double[errors.length];
      for (int i = 0; i < right.length; i++) {
        right[i] =
            1 - rates.of(lattice.answers().get(i).worker(), errors[i], lattice.text(i).length);
      }
      if (lay) {
        double[] weights = new double[right.length];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = Math.pow(right[i], SHARPNESS);
        }
        lattice.align(weights);
      }
      choice = Choice.of(lattice, right, channel);
      int[] text = choice.text();
      for (int i = 0; i < errors.length; i++) {
        errors[i] = apart(lattice.text(i), text);
      }
    }

    MergedPiece merged() {
      return new MergedPiece(piece.id(), choice.words(lattice));
    }
  }

  /**
   * What somebody wrote, and how much of it is wrong.
   *
   * @param answers with words in them
   * @param words in them
   * @param errors among these
   */
  private record Sums(int answers, double words, double errors) {
    static final Sums NONE = new Sums(0, 0, 0);

    Sums plus(double length, double error) {
      return new Sums(answers + 1, words + length, errors + length * error);
    }

    Sums minus(double length, double error) {
      return new Sums(answers - 1, words - length, errors - length * error);
    }

    /** Held together by some words of others, who err at a rate. */
    double rate(double prior, double others) {
      return (errors + prior * others) / (words + prior);
    }
  }

  /** How often workers err. */
  private static final class Rates {
    private final Map<String, Sums> workers = new HashMap<>();
    private double everybody;

    /** Takes all works as they are now. */
    void count(List<Work> works) {
      workers.clear();
      Sums all = Sums.NONE;
      for (Work work : works) {
        for (int i = 0; i < work.errors.length; i++) {
          double length = work.lattice.text(i).length;
          String worker = work.lattice.answers().get(i).worker();
          workers.put(worker, of(worker).plus(length, work.errors[i]));
          all = all.plus(length, work.errors[i]);
        }
      }
      everybody = all.words() == 0 ? 0 : all.errors() / all.words();
    }

    private Sums of(String worker) {
      return workers.getOrDefault(worker, Sums.NONE);
    }

    /** How likely a word of this answer is wrong. */
    double of(String worker, double error, int length) {
      // Without this very answer, which is weighed by itself.
      double others = of(worker).minus(length, error).rate(WORKER_PRIOR, everybody);
      return Math.clamp(
          Sums.NONE.plus(length, error).rate(ANSWER_PRIOR, others), LEAST_ERROR, MOST_ERROR);
    }

    Map<String, WorkerQuality> qualities() {
      Map<String, WorkerQuality> qualities = new LinkedHashMap<>();
      new TreeMap<>(workers)
          .forEach(
              (worker, sums) ->
                  qualities.put(
                      worker,
                      new WorkerQuality(
                          sums.answers(),
                          Math.round(sums.words()),
                          sums.rate(WORKER_PRIOR, everybody))));
      return qualities;
    }
  }
}
