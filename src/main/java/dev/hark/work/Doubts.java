package dev.hark.work;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words of an answer that a recogniser was not sure of. A word stays doubtful while the text around
 * it changes, and is no longer once it was changed itself.
 */
final class Doubts {
  /** A word with less confidence than this is unsure. */
  static final double UNSURE = 0.6;

  private String text = "";
  private Set<Integer> indexes = new TreeSet<>();

  /** Indexes of the words that are unsure. */
  Set<Integer> indexes() {
    return Set.copyOf(indexes);
  }

  /** The text was changed by hand. */
  void changed(String now) {
    if (!indexes.isEmpty() && !now.equals(text)) {
      Set<Integer> kept = new TreeSet<>();
      Changes.kept(text, now)
          .forEach(
              (before, after) -> {
                if (indexes.contains(before)) {
                  kept.add(after);
                }
              });
      indexes = kept;
    }
    text = now;
  }

  /**
   * Words from a recogniser were added at the end.
   *
   * @param now the text with them
   * @param confidences of the last words, 0 to 1 each
   */
  void recognised(String now, List<Double> confidences) {
    changed(now);
    int first = WordText.of(now).count() - confidences.size();
    for (int i = 0; i < confidences.size(); i++) {
      if (confidences.get(i) < UNSURE && first + i >= 0) {
        indexes.add(first + i);
      }
    }
  }
}
