package dev.hark.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classic ROVER, for comparison (J. G. Fiscus, A post-processing system to yield reduced word error
 * rates: Recognizer Output Voting Error Reduction, ASRU 1997, 347-354): answers are laid along a
 * network in the order in which they came, a word that a column has costs nothing, another one 4, a
 * gap 3; then each column is decided by how many say what, of equals what came first.
 */
public final class Rover {
  private static final int OTHER = 4;
  private static final int GAP = 3;

  private Rover() {}

  /** The text that most agree on; its probabilities are shares of the votes. */
  public static MergedPiece merge(Piece piece) {
    List<List<Token>> columns = new ArrayList<>();
    int laid = 0;
    for (Answer answer : piece.answers()) {
      if (!answer.tokens().isEmpty()) {
        columns = lay(columns, answer.tokens(), laid++);
      }
    }
    List<MergedWord> words = new ArrayList<>();
    for (List<Token> column : columns) {
      vote(column, words);
    }
    return new MergedPiece(piece.id(), words);
  }

  private static void vote(List<Token> column, List<MergedWord> words) {
    Map<String, Integer> votes = new HashMap<>();
    column.forEach(token -> votes.merge(word(token), 1, Integer::sum));
    Token best = column.getFirst();
    for (Token token : column) {
      if (votes(votes, token) > votes(votes, best)) {
        best = token;
      }
    }
    if (!best.equals(GAP_TOKEN)) {
      words.add(
          new MergedWord(best.word(), best.surface(), (double) votes(votes, best) / column.size()));
    }
  }

  private static int votes(Map<String, Integer> votes, Token token) {
    return votes.getOrDefault(word(token), 0);
  }

  /** Stands where an answer has no word; no word is written like this. */
  private static final Token GAP_TOKEN = new Token("-", "");

  private static String word(Token token) {
    return token.equals(GAP_TOKEN) ? "" : token.word();
  }

  private static List<List<Token>> lay(List<List<Token>> columns, List<Token> text, int before) {
    int rows = columns.size();
    int[][] costs = new int[rows + 1][text.size() + 1];
    for (int i = 1; i <= rows; i++) {
      costs[i][0] = costs[i - 1][0] + left(columns.get(i - 1));
    }
    for (int j = 1; j <= text.size(); j++) {
      costs[0][j] = j * GAP;
    }
    for (int i = 1; i <= rows; i++) {
      for (int j = 1; j <= text.size(); j++) {
        costs[i][j] =
            Math.min(
                costs[i - 1][j - 1] + cost(columns.get(i - 1), text.get(j - 1)),
                Math.min(costs[i - 1][j] + left(columns.get(i - 1)), costs[i][j - 1] + GAP));
      }
    }
    List<List<Token>> backwards = new ArrayList<>();
    int i = rows;
    int j = text.size();
    while (i > 0 || j > 0) {
      if (i > 0
          && j > 0
          && costs[i][j] == costs[i - 1][j - 1] + cost(columns.get(i - 1), text.get(j - 1))) {
        List<Token> column = columns.get(--i);
        column.add(text.get(--j));
        backwards.add(column);
      } else if (i > 0 && costs[i][j] == costs[i - 1][j] + left(columns.get(i - 1))) {
        List<Token> column = columns.get(--i);
        column.add(GAP_TOKEN);
        backwards.add(column);
      } else {
        List<Token> column = new ArrayList<>();
        for (int gap = 0; gap < before; gap++) {
          column.add(GAP_TOKEN);
        }
        column.add(text.get(--j));
        backwards.add(column);
      }
    }
    return new ArrayList<>(backwards.reversed());
  }

  private static int cost(List<Token> column, Token token) {
    for (Token other : column) {
      if (word(other).equals(token.word())) {
        return 0;
      }
    }
    return OTHER;
  }

  /** Leaving out a column that some have left out already costs nothing. */
  private static int left(List<Token> column) {
    return column.contains(GAP_TOKEN) ? 0 : GAP;
  }
}
