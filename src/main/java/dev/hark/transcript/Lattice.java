package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The answers to one piece, word under word: columns, in each of which every answer has a word or
 * nothing. Words are numbers, 0 for nothing. Answers stand in an order of their own, which does not
 * depend on the order in which they came, so that nothing that is counted over them does. For one
 * thread.
 */
final class Lattice {
  /** No word. */
  static final int NOTHING = 0;

  private final List<Answer> answers;
  private final int[] places;
  private final List<String> vocabulary = new ArrayList<>(List.of(""));
  private final int[][] texts;
  private final float[][] distances;
  private int[][] columns = new int[0][];

  /**
   * @param given of which those that say nothing are left out
   */
  Lattice(List<Answer> given) {
    places =
        IntStream.range(0, given.size())
            .filter(i -> !given.get(i).tokens().isEmpty())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> spelled(given.get(i)))
                    .thenComparing(i -> given.get(i).worker()))
            .mapToInt(Integer::intValue)
            .toArray();
    answers = Arrays.stream(places).mapToObj(given::get).toList();
    Map<String, Integer> numbers = new HashMap<>();
    texts = new int[answers.size()][];
    for (int i = 0; i < texts.length; i++) {
      List<Token> tokens = answers.get(i).tokens();
      texts[i] = new int[tokens.size()];
      for (int j = 0; j < texts[i].length; j++) {
        texts[i][j] = numbers.computeIfAbsent(tokens.get(j).word(), this::number);
      }
    }
    distances = new float[vocabulary.size()][];
  }

  private static String spelled(Answer answer) {
    StringBuilder text = new StringBuilder();
    answer.tokens().forEach(token -> text.append(token.word()).append(' '));
    return text.toString();
  }

  private int number(String word) {
    vocabulary.add(word);
    return vocabulary.size() - 1;
  }

  List<Answer> answers() {
    return answers;
  }

  /** Where an answer stands among those that were given. */
  int place(int answer) {
    return places[answer];
  }

  int[] text(int answer) {
    return texts[answer];
  }

  String word(int number) {
    return vocabulary.get(number);
  }

  /** By column, then by answer. */
  int[][] columns() {
    return columns;
  }

  float distance(int one, int other) {
    if (one == other) {
      return 0;
    }
    int low = Math.min(one, other);
    int high = Math.max(one, other);
    float[] row = distances[high];
    if (row == null) {
      row = new float[high];
      Arrays.fill(row, -1);
      distances[high] = row;
    }
    if (row[low] < 0) {
      row[low] = Spelling.distance(vocabulary.get(low), vocabulary.get(high));
    }
    return row[low];
  }

  /**
   * Lays the answers under one another, one after the other, each along all that were laid before.
   * A word costs its distance to the words of a column, twice; leaving one out or putting one in
   * costs 1; each by the weights of the answers.
   *
   * @param weights of the answers, above 0; the heaviest are laid first
   */
  void align(double[] weights) {
    int[] order =
        IntStream.range(0, texts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -weights[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> laid = new ArrayList<>();
    double total = 0;
    for (int place = 0; place < order.length; place++) {
      laid = lay(laid, order, place, weights, total);
      total += weights[order[place]];
    }
    columns = laid.toArray(new int[0][]);
  }

  private List<int[]> lay(
      List<int[]> laid, int[] order, int place, double[] weights, double total) {
    int answer = order[place];
    int[] text = texts[answer];
    int rows = laid.size();
    double[] before = new double[text.length + 1];
    double[] here = new double[text.length + 1];
    byte[][] ways = new byte[rows + 1][text.length + 1];
    for (int j = 1; j <= text.length; j++) {
      before[j] = before[j - 1] + 1;
      ways[0][j] = INSERT;
    }
    Column column = new Column(texts.length);
    for (int i = 1; i <= rows; i++) {
      column.read(laid.get(i - 1), order, place, weights, total);
      here[0] = before[0] + column.leaving;
      ways[i][0] = LEAVE;
      for (int j = 1; j <= text.length; j++) {
        double join = before[j - 1] + column.cost(text[j - 1]);
        double leave = before[j] + column.leaving;
        double insert = here[j - 1] + 1;
        byte way = JOIN;
        double best = join;
        if (leave < best - EQUAL) {
          best = leave;
          way = LEAVE;
        }
        if (insert < best - EQUAL) {
          best = insert;
          way = INSERT;
        }
        here[j] = best;
        ways[i][j] = way;
      }
      double[] done = before;
      before = here;
      here = done;
    }
    return back(laid, answer, ways);
  }

  private static final byte JOIN = 0;
  private static final byte LEAVE = 1;
  private static final byte INSERT = 2;

  /** Costs that differ by no more than rounding are equal. */
  private static final double EQUAL = 1e-9;

  private List<int[]> back(List<int[]> laid, int answer, byte[][] ways) {
    int[] text = texts[answer];
    List<int[]> backwards = new ArrayList<>(laid.size() + text.length);
    int i = laid.size();
    int j = text.length;
    while (i > 0 || j > 0) {
      switch (ways[i][j]) {
        case JOIN -> {
          int[] column = laid.get(--i);
          column[answer] = text[--j];
          backwards.add(column);
        }
        case LEAVE -> backwards.add(laid.get(--i));
        default -> {
          int[] column = new int[texts.length];
          column[answer] = text[--j];
          backwards.add(column);
        }
      }
    }
    return backwards.reversed();
  }

  /** The different words of a column with their shares. */
  private final class Column {
    private final int[] words;
    private final double[] shares;
    private int count;
    private double nothing;
    private double leaving;

    Column(int most) {
      words = new int[most];
      shares = new double[most];
    }

    void read(int[] column, int[] order, int place, double[] weights, double total) {
      count = 0;
      nothing = 0;
      leaving = 0;
      for (int p = 0; p < place; p++) {
        double share = weights[order[p]] / total;
        int word = column[order[p]];
        if (word == NOTHING) {
          nothing += share;
          continue;
        }
        leaving += share;
        int at = 0;
        while (at < count && words[at] != word) {
          at++;
        }
        if (at == count) {
          words[count] = word;
          shares[count++] = 0;
        }
        shares[at] += share;
      }
    }

    double cost(int word) {
      double cost = nothing;
      for (int i = 0; i < count; i++) {
        if (words[i] != word) {
          cost += shares[i] * 2 * distance(words[i], word);
        }
      }
      return cost;
    }
  }
}
