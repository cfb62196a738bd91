package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays the answers to one piece under one another. They stand in an order of their own, which does
 * not depend on the order in which they came, so that nothing that is counted over them does. For
 * one thread.
 */
final class Lattice {
  /** What other word costs under a word that resembles it in nothing; a gap costs 1. */
  private static final double OTHER = 1.7;

  /** Costs that differ by no more than rounding are equal. */
  private static final double EQUAL = 1e-9;

  private static final byte JOIN = 0;
  private static final byte LEAVE = 1;
  private static final byte INSERT = 2;

  private final PieceWords words;
  private final int[][] texts;
  private List<Column> columns = List.of();

  private Lattice(PieceWords words, int[][] texts) {
    this.words = words;
    this.texts = texts;
  }

  /**
   * Lays the answers under one another, one after the other, each along all that were laid before.
   * A word costs its distance to the words of a column, 1.7 times; leaving one out or putting one
   * in costs 1; each by the weights of the answers.
   *
   * @param texts of the answers, none of them without words
   * @param weights of the answers, above 0; the heaviest are laid first
   */
  static Network align(PieceWords words, int[][] texts, double[] weights) {
    Lattice lattice = new Lattice(words, texts);
    int[] order =
        IntStream.range(0, texts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -weights[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = 0;
    for (int answer : order) {
      lattice.lay(answer, weights[answer], total);
      total += weights[answer];
    }
    return new Network(texts.length, lattice.columns.stream().map(Column::words).toList());
  }

  private void lay(int answer, double weight, double total) {
    int[] text = texts[answer];
    int rows = columns.size();
    double[] before = new double[text.length + 1];
    double[] here = new double[text.length + 1];
    int width = text.length + 1;
    byte[] ways = new byte[(rows + 1) * width];
    for (int j = 1; j <= text.length; j++) {
      before[j] = before[j - 1] + 1;
    }
    Arrays.fill(ways, 0, width, INSERT);
    double[] costs = new double[text.length];
    for (int i = 1; i <= rows; i++) {
      Column column = columns.get(i - 1);
      double leaving = (total - column.silent()) / total;
      cost(column, text, total, costs);
      step(ways, i * width, before, here, costs, leaving);
      double[] done = before;
      before = here;
      here = done;
    }
    columns = back(answer, weight, total, ways);
  }

  private void cost(Column column, int[] text, double total, double[] costs) {
    Arrays.fill(costs, column.silent() / total);
    for (int k = 0; k < column.count(); k++) {
      double share = OTHER * column.weight(k) / total;
      words.addDistances(column.kind(k), text, share, costs);
    }
  }

  /** One row of ways, which begins at a place among them. */
  private static void step(
      byte[] ways, int from, double[] before, double[] here, double[] costs, double leaving) {
    here[0] = before[0] + leaving;
    ways[from] = LEAVE;
    for (int j = 1; j < here.length; j++) {
      double best = before[j - 1] + costs[j - 1];
      byte way = JOIN;
      double leave = before[j] + leaving;
      if (leave < best - EQUAL) {
        best = leave;
        way = LEAVE;
      }
      double insert = here[j - 1] + 1;
      if (insert < best - EQUAL) {
        best = insert;
        way = INSERT;
      }
      here[j] = best;
      ways[from + j] = way;
    }
  }

  private List<Column> back(int answer, double weight, double total, byte[] ways) {
    int[] text = texts[answer];
    List<Column> backwards = new ArrayList<>(columns.size() + text.length);
    int i = columns.size();
    int j = text.length;
    while (i > 0 || j > 0) {
      byte way = ways[i * (text.length + 1) + j];
      Column column = way == INSERT ? new Column(texts.length, total) : columns.get(--i);
      if (way == LEAVE) {
        column.leave(weight);
      } else {
        column.put(answer, text[--j], weight);
      }
      backwards.add(column);
    }
    return new ArrayList<>(backwards.reversed());
  }
}
