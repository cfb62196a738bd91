package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the words of a piece together, by what the answers say and by how well each word follows
 * those before it in a language. What is said of a word alone is left out: people write common
 * words too often already.
 */
final class Fluency {
  /** How much a language counts beside the answers. */
  private static final double SHARE = 0.2;

  /** Ways to read a piece that are followed at once. */
  private static final int MOST_WAYS = 30;

  private static final double LEAST = 1e-12;

  /**
   * A way to read a piece up to a column.
   *
   * @param before the same up to the column before
   * @param kind which word of the column it has
   * @param first the last word but one
   * @param second the last one
   */
  private record Way(@Nullable Way before, int kind, double score, String first, String second) {
    static final Way NONE = new Way(null, 0, 0, "", LanguageModel.START);
  }

  private Fluency() {}

  /** What is chosen where the language counts too. */
  static Choice of(Choice choice, Network network, PieceWords words, LanguageModel model) {
    int[] written = new int[network.answers()];
    int[][] kinds = new int[network.columns()][];
    List<Way> ways = List.of(Way.NONE);
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = network.kinds(i, written);
      Map<List<String>, Way> next = new HashMap<>();
      for (Way way : ways) {
        for (int k = 0; k < kinds[i].length; k++) {
          Way longer = longer(way, k, kinds[i][k], choice.shares()[i][k], words, model);
          next.merge(
              List.of(longer.first(), longer.second()),
              longer,
              (one, other) -> one.score() >= other.score() ? one : other);
        }
      }
      List<Way> sorted = new ArrayList<>(next.values());
      sorted.sort(
          Comparator.comparingDouble(Way::score)
              .reversed()
              .thenComparing(Way::second)
              .thenComparing(Way::first));
      ways = sorted.subList(0, Math.min(MOST_WAYS, sorted.size()));
    }
    int[] chosen = choice.chosen().clone();
    double[] probabilities = choice.probabilities().clone();
    Way way = ways.getFirst();
    for (int i = kinds.length - 1; i >= 0; i--) {
      Way before = Objects.requireNonNull(way.before());
      double all = 0;
      for (int k = 0; k < kinds[i].length; k++) {
        all +=
            Math.exp(
                longer(before, k, kinds[i][k], choice.shares()[i][k], words, model).score()
                    - way.score());
      }
      chosen[i] = kinds[i][way.kind()];
      double known = 0;
      for (double share : choice.shares()[i]) {
        known += share;
      }
      probabilities[i] = known / all;
      way = before;
    }
    return new Choice(chosen, probabilities, choice.doubts(), choice.shares());
  }

  private static Way longer(
      Way way, int kind, int word, double share, PieceWords words, LanguageModel model) {
    double score = way.score() + Math.log(Math.max(LEAST, share));
    if (word == PieceWords.NOTHING) {
      return new Way(way, kind, score, way.first(), way.second());
    }
    String said = words.word(word);
    score += SHARE * model.pull(way.first(), way.second(), said);
    return new Way(way, kind, score, way.second(), said);
  }
}
