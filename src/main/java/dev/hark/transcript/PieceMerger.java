package dev.hark.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Merges the answers to one piece by what is known of its workers: in turns they are laid under one
 * another, in each column the likeliest word is chosen, and from what was chosen follows how often
 * each answer errs. For one thread.
 */
final class PieceMerger {
  /** After so many turns hardly a word changes. */
  static final int TURNS = 3;

  private static final int TURNS_WITH_LAYING = 2;

  /** Agreement of two answers counts both their errors, and what they share of them. */
  private static final double SHARE_OF_DISAGREEMENT = 0.7;

  /** Words of a worker's by which an answer's rate is held together. */
  private static final double ANSWER_PRIOR = 500;

  /** How much more those count who err less, where answers are laid under one another. */
  private static final double SHARPNESS = 8;

  private static final double LEAST_ERROR = 0.01;
  private static final double MOST_ERROR = 0.95;

  private final Piece piece;
  private final Lattice lattice;
  private final double[] rates;
  private final Counts[] counts;
  private int turn;
  private Choice choice = Choice.NONE;

  /** Begins with how far each answer is from the others. */
  PieceMerger(Piece piece) {
    this.piece = piece;
    lattice = new Lattice(Compounds.alike(piece.answers()));
    rates = new double[lattice.answers().size()];
    counts = new Counts[rates.length];
    for (int i = 0; i < rates.length; i++) {
      double sum = 0;
      for (int j = 0; j < rates.length; j++) {
        sum += i == j ? 0 : apart(lattice.text(i), lattice.text(j));
      }
      count(i, SHARE_OF_DISAGREEMENT * sum / Math.max(1, rates.length - 1));
    }
  }

  /**
   * Merges all turns at once.
   *
   * @param others what is known of the workers from other pieces
   */
  static Hearing merge(Piece piece, Trust others) {
    PieceMerger merger = new PieceMerger(piece);
    for (int i = 0; i < TURNS; i++) {
      merger.turn(others);
    }
    return merger.hearing();
  }

  private static double apart(int[] one, int[] other) {
    double longer = Math.max(1, Math.max(one.length, other.length));
    return Math.min(1, WordErrors.of(one, other).errors() / longer);
  }

  private void count(int answer, double share) {
    int words = lattice.text(answer).length;
    counts[answer] = Counts.of(words, words * share);
  }

  void turn(Trust others) {
    double[] right = new double[rates.length];
    for (int i = 0; i < right.length; i++) {
      double worker =
          WorkerQuality.rate(others.of(lattice.answers().get(i).worker()), others.everybody());
      rates[i] = Math.clamp(counts[i].rate(ANSWER_PRIOR, worker), LEAST_ERROR, MOST_ERROR);
      right[i] = 1 - rates[i];
    }
    if (turn++ < TURNS_WITH_LAYING) {
      double[] weights = new double[right.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.pow(right[i], SHARPNESS);
      }
      lattice.align(weights);
    }
    choice = Choice.of(lattice, right, Channel.STANDARD);
    int[] text = choice.text();
    for (int i = 0; i < rates.length; i++) {
      count(i, apart(lattice.text(i), text));
    }
  }

  /** How each answer stands to the text as it is, in the order in which they were given. */
  List<AnswerScore> scores() {
    AnswerScore[] scores = new AnswerScore[piece.answers().size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = new AnswerScore(piece.answers().get(i).worker(), Counts.NONE, 1);
    }
    for (int i = 0; i < rates.length; i++) {
      scores[lattice.place(i)] =
          new AnswerScore(lattice.answers().get(i).worker(), counts[i], rates[i]);
    }
    return List.of(scores);
  }

  Hearing hearing() {
    double left = 0;
    for (double probability : choice.probabilities()) {
      left += 1 - probability;
    }
    List<MergedWord> words = new ArrayList<>(choice.words(lattice));
    return new Hearing(
        new MergedPiece(piece.id(), words), scores(), left, left / (1 + piece.answers().size()));
  }
}
