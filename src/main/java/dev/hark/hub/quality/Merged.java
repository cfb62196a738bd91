package dev.hark.hub.quality;

import java.util.Map;

/**
 * What the answers to a choice say together.
 *
 * @param option the most probable one
 * @param probability that it is right, 0 to 1
 * @param agreeing how many answers say so
 * @param answers how many there are
 * @param weights of each worker who answered: how probable it is that an answer of theirs is right
 */
public record Merged(
    String option, double probability, int agreeing, int answers, Map<String, Double> weights) {
  public Merged {
    weights = Map.copyOf(weights);
  }

  /** Whether more than half of the answers say so. */
  public boolean isMajority() {
    return 2 * agreeing > answers;
  }
}
