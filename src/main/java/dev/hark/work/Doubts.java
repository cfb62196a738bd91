package dev.hark.work;

import dev.hark.task.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How sure a recogniser was of the words of an answer. A word keeps that while the text around it
 * changes, and is sure once it was changed itself.
 */
final class Doubts {
  /** A word with less confidence than this is unsure. */
  static final double UNSURE = 0.6;

  private String text = "";

  /** Of those that a recogniser wrote, by index. */
  private Map<Integer, Double> confidences = new TreeMap<>();

  /** Indexes of the words that are unsure. */
  Set<Integer> indexes() {
    return confidences.entrySet().stream()
        .filter(word -> word.getValue() < UNSURE)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * One for each word between white space, 0 to 1, where 1 stands for what was typed; empty where a
   * recogniser wrote none.
   */
  List<Double> confidences() {
    if (confidences.isEmpty()) {
      return List.of();
    }
    List<Double> all = new ArrayList<>();
    together(
        (word, part) -> {
          if (part == all.size()) {
            all.add(1.0);
          }
          all.set(part, Math.min(all.get(part), confidences.getOrDefault(word, 1.0)));
        });
    return all;
  }

  /**
   * Takes back what {@link #confidences} gave.
   *
   * @param all of each word between white space; null where nothing is known
   */
  void restore(String restored, @Nullable List<Double> all) {
    text = restored;
    confidences = new TreeMap<>();
    if (all == null) {
      return;
    }
    together((word, part) -> confidences.merge(word, all.get(part), Math::min));
  }

  /**
   * Tells which word is in which part between white space, by their indexes. Only a mark can be in
   * several parts, or in one with a word.
   */
  private void together(BiConsumer<Integer, Integer> told) {
    List<WordText.Word> words = WordText.of(text).words();
    List<MatchResult> parts = Answer.WORD.matcher(text).results().toList();
    int part = 0;
    for (int word = 0; word < words.size(); word++) {
      while (parts.get(part).end() <= words.get(word).from()) {
        part++;
      }
      told.accept(word, part);
      while (parts.get(part).end() < words.get(word).to()) {
        told.accept(word, ++part);
      }
    }
  }

  /** The text was changed by hand. */
  void changed(String now) {
    if (!confidences.isEmpty() && !now.equals(text)) {
      Map<Integer, Double> kept = new TreeMap<>();
      Changes.kept(text, now)
          .forEach(
              (before, after) -> {
                Double sure = confidences.get(before);
                if (sure != null) {
                  kept.put(after, sure);
                }
              });
      confidences = kept;
    }
    text = now;
  }

  /**
   * Words from a recogniser were added at the end.
   *
   * @param now the text with them
   * @param added of the last words, 0 to 1 each
   */
  void recognised(String now, List<Double> added) {
    changed(now);
    int first = WordText.of(now).count() - added.size();
    for (int i = 0; i < added.size(); i++) {
      if (first + i >= 0) {
        confidences.put(first + i, Math.clamp(added.get(i), 0, 1));
      }
    }
  }
}
