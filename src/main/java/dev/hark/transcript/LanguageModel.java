package dev.hark.transcript;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How likely a word follows one or two others in a language: an n-gram model with backing off
 * (Katz, Estimation of probabilities from sparse data, IEEE ASSP 35, 1987), of up to three words.
 * It never changes once it is read; see {@link ArpaFile}.
 */
public final class LanguageModel {
  /** Begins a sentence, and ends one. */
  static final String START = "<s>";

  private static final double LN_10 = Math.log(10);

  private final Map<String, Integer> words;
  private final float[] alone;
  private final float[] backoff;
  private final NgramTable pairs;
  private final NgramTable triples;

  private LanguageModel(Builder builder) {
    words = builder.words;
    alone = builder.alone;
    backoff = builder.backoff;
    pairs = builder.pairs;
    triples = builder.triples;
  }

  /** Takes n-grams in, those of fewer words first. For one thread. */
  static final class Builder {
    private final Map<String, Integer> words;
    private final float[] alone;
    private final float[] backoff;
    private final NgramTable pairs;
    private final NgramTable triples;

    /** By how many there will be at most of each length. */
    Builder(int words, int pairs, int triples) {
      this.words = HashMap.newHashMap(words);
      alone = new float[words];
      backoff = new float[words];
      this.pairs = new NgramTable(pairs);
      this.triples = new NgramTable(triples);
    }

    /**
     * Takes one in.
     *
     * @param ngram its words, one to three
     * @param probability the logarithm to base 10
     * @param weight likewise, where one backs off from it
     * @return whether its words are known, and it is new
     */
    boolean add(String[] ngram, float probability, float weight) {
      if (ngram.length == 1) {
        int number = words.size();
        if (number == alone.length || words.putIfAbsent(ngram[0], number) != null) {
          return false;
        }
        alone[number] = probability;
        backoff[number] = weight;
        return true;
      }
      Integer first = words.get(ngram[0]);
      Integer second = words.get(ngram[1]);
      if (first == null || second == null) {
        return false;
      }
      if (ngram.length == 2) {
        return pairs.put(key(first, second), probability, weight);
      }
      Integer third = words.get(ngram[2]);
      int pair = pairs.place(key(first, second));
      return third != null && pair >= 0 && triples.put(key(pair, third), probability, 0);
    }

    LanguageModel build() {
      return new LanguageModel(this);
    }
  }

  private static long key(int left, int right) {
    return (long) left << Integer.SIZE | right;
  }

  /**
   * How much likelier a word is behind two others than it is anywhere: the natural logarithm of the
   * ratio; 0 for a word that the model does not know.
   */
  double pull(String first, String second, String word) {
    Integer third = words.get(word);
    if (third == null) {
      return 0;
    }
    Integer near = words.get(second);
    return near == null ? 0 : LN_10 * (behind(words.get(first), near, third) - alone[third]);
  }

  private double behind(@Nullable Integer far, int near, int word) {
    int before = far == null ? -1 : pairs.place(key(far, near));
    double away = 0;
    if (before >= 0) {
      int triple = triples.place(key(before, word));
      if (triple >= 0) {
        return triples.probability(triple);
      }
      away = pairs.weight(before);
    }
    int pair = pairs.place(key(near, word));
    return away + (pair >= 0 ? pairs.probability(pair) : backoff[near] + alone[word]);
  }
}
