package dev.hark.transcript;

import java.util.ArrayList;
import java.util.List;

/** An answer laid along the text of its piece, by the fewest changes of single words. */
public final class WordPairs {
  /** In the place of a word that has no partner. */
  static final int NONE = -1;

  private final List<Token> answer;
  private final List<MergedWord> text;
  private final List<Pair> pairs;

  /**
   * A word of each, by its place.
   *
   * @param answer or {@link #NONE}
   * @param text or {@link #NONE}
   */
  record Pair(int answer, int text) {}

  private WordPairs(List<Token> answer, List<MergedWord> text) {
    this.answer = answer;
    this.text = text;
    this.pairs = walk();
  }

  public static WordPairs of(List<Token> answer, List<MergedWord> text) {
    return new WordPairs(answer, text);
  }

  List<Pair> pairs() {
    return pairs;
  }

  boolean same(Pair pair) {
    return pair.answer() != NONE
        && pair.text() != NONE
        && answer.get(pair.answer()).word().equals(text.get(pair.text()).word());
  }

  /**
   * What the answer has in the place of some words of the text.
   *
   * @param from the first of them, from 0
   * @param to behind the last
   * @return maybe nothing
   */
  public List<Token> reading(int from, int to) {
    List<Token> reading = new ArrayList<>();
    int at = 0;
    for (Pair pair : pairs) {
      boolean within = pair.text() == NONE ? at > from && at < to : pair.text() >= from && at < to;
      if (within && pair.answer() != NONE) {
        reading.add(answer.get(pair.answer()));
      }
      at = pair.text() == NONE ? at : pair.text() + 1;
    }
    return reading;
  }

  /**
   * What a correction of some words of the text has in their place. Words around them are left out
   * where it has those too; where it has none of them, all of it stands in their place.
   *
   * @param from the first of them, from 0
   * @param to behind the last
   * @return maybe nothing
   */
  public List<Token> correction(int from, int to) {
    boolean around =
        pairs.stream().anyMatch(pair -> same(pair) && (pair.text() < from || pair.text() >= to));
    if (!around) {
      return answer;
    }
    List<Token> correction = new ArrayList<>();
    int at = 0;
    for (Pair pair : pairs) {
      boolean within =
          pair.text() == NONE ? at >= from && at <= to : pair.text() >= from && pair.text() < to;
      if (within && pair.answer() != NONE) {
        correction.add(answer.get(pair.answer()));
      }
      at = pair.text() == NONE ? at : pair.text() + 1;
    }
    return correction;
  }

  private List<Pair> walk() {
    int[][] costs = costs();
    List<Pair> backwards = new ArrayList<>();
    int i = answer.size();
    int j = text.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && costs[i][j] == costs[i - 1][j - 1] + cost(i, j)) {
        backwards.add(new Pair(--i, --j));
      } else if (j > 0 && costs[i][j] == costs[i][j - 1] + 1) {
        backwards.add(new Pair(NONE, --j));
      } else {
        backwards.add(new Pair(--i, NONE));
      }
    }
    return backwards.reversed();
  }

  private int[][] costs() {
    int[][] costs = new int[answer.size() + 1][text.size() + 1];
    for (int i = 0; i <= answer.size(); i++) {
      for (int j = 0; j <= text.size(); j++) {
        costs[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    costs[i - 1][j - 1] + cost(i, j),
                    Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
      }
    }
    return costs;
  }

  private int cost(int i, int j) {
    return answer.get(i - 1).word().equals(text.get(j - 1).word()) ? 0 : 1;
  }
}
