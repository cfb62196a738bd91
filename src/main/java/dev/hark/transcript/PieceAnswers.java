package dev.hark.transcript;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The answers to a piece that have words, in an order of their own, and their words as numbers. */
final class PieceAnswers {
  /**
   * Words of all answers that are laid; where there are more, others are only held against them.
   */
  static final int MOST_WORDS = 100_000;

  static final int MOST_ANSWERS = 1_000;

  /** By a piece's answers; the same whatever the order in which they came. */
  private final List<Answer> answers;

  private final int[] places;
  private final PieceWords words;
  private final int[][] texts;
  private final int[][] laid;

  PieceAnswers(List<Answer> given, Set<Part> without, Spellings spellings) {
    List<Answer> alike = without.contains(Part.COMPOUNDS) ? given : Compounds.alike(given);
    places =
        IntStream.range(0, alike.size())
            .filter(i -> !alike.get(i).tokens().isEmpty())
            .boxed()
            .sorted(Comparator.comparing(alike::get, PieceAnswers::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    answers = Arrays.stream(places).mapToObj(alike::get).toList();
    PieceWords.Numbering numbering = new PieceWords.Numbering();
    texts = new int[places.length][];
    int few = 0;
    int sum = 0;
    for (int i = 0; i < texts.length; i++) {
      List<Token> tokens = answers.get(i).tokens();
      texts[i] = new int[tokens.size()];
      for (int j = 0; j < texts[i].length; j++) {
        texts[i][j] = numbering.number(tokens.get(j).word());
      }
      sum += texts[i].length;
      few += sum <= MOST_WORDS && i < MOST_ANSWERS ? 1 : 0;
    }
    laid = Arrays.copyOf(texts, few);
    words = numbering.words(without, spellings);
  }

  private static int compare(Answer one, Answer other) {
    List<Token> left = one.tokens();
    List<Token> right = other.tokens();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int difference = left.get(i).word().compareTo(right.get(i).word());
      if (difference != 0) {
        return difference;
      }
    }
    return left.size() == right.size()
        ? one.worker().compareTo(other.worker())
        : Integer.compare(left.size(), right.size());
  }

  int count() {
    return texts.length;
  }

  String worker(int answer) {
    return answers.get(answer).worker();
  }

  List<Token> tokens(int answer) {
    return answers.get(answer).tokens();
  }

  /** Where it stands among those that were given. */
  int place(int answer) {
    return places[answer];
  }

  /** Its words by number. */
  int[] text(int answer) {
    return texts[answer];
  }

  /** Those that are laid, from the first on; others are only held against the text. */
  int[][] laid() {
    return laid;
  }

  /** Who gave those that are laid. */
  List<String> workers() {
    return answers.subList(0, laid.length).stream().map(Answer::worker).toList();
  }

  PieceWords words() {
    return words;
  }
}
