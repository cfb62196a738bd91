package dev.hark.hub.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The model of Dawid and Skene (1979) for one task at a time: each truth k has a probability p(k),
 * each worker w says l where k is true with probability π(w, k, l), and what workers say is
 * independent given the truth. Both come from expected counts; a count that is not there yet is
 * taken as {@link #RIGHT} right and {@link #WRONG} wrong answers of an unknown worker, and one task
 * of each truth. docs/quality.md derives it.
 *
 * @param options all that can be said
 * @param prior expected number of tasks by truth
 */
record DawidSkene(List<String> options, Map<String, Double> prior) {
  static final double RIGHT = 2;
  static final double WRONG = 1;

  /** Expected number of one worker's answers. */
  interface Counts {
    double of(String truth, String said);
  }

  /** What one worker said, and what is known of them. */
  record Vote(String said, Counts counts) {}

  /** The probability of each truth, in the order of the options; they add up to 1. */
  Map<String, Double> belief(List<Vote> votes) {
    Map<String, Double> logs = new LinkedHashMap<>();
    for (String truth : options) {
      double log = Math.log(prior(truth));
      for (Vote vote : votes) {
        log += Math.log(says(vote.counts(), truth, vote.said()));
      }
      logs.put(truth, log);
    }
    double most = logs.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    logs.replaceAll((truth, log) -> Math.exp(log - most));
    double sum = logs.values().stream().mapToDouble(Double::doubleValue).sum();
    logs.replaceAll((truth, part) -> part / sum);
    return logs;
  }

  /** How probable it is that a worker's next answer is right. */
  double accuracy(Counts counts) {
    return options.stream().mapToDouble(truth -> prior(truth) * says(counts, truth, truth)).sum();
  }

  private double prior(String truth) {
    double all = prior.values().stream().mapToDouble(some -> Math.max(some, 0)).sum();
    return (Math.max(prior.getOrDefault(truth, 0.0), 0) + 1) / (all + options.size());
  }

  private double says(Counts counts, String truth, String said) {
    double all = options.stream().mapToDouble(other -> Math.max(counts.of(truth, other), 0)).sum();
    double unknown = truth.equals(said) ? RIGHT : WRONG / (options.size() - 1);
    return (Math.max(counts.of(truth, said), 0) + unknown) / (all + RIGHT + WRONG);
  }
}
