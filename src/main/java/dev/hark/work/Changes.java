package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs between two texts, in whole words. */
final class Changes {
  /** Longer texts are compared between their same beginning and end only. */
  private static final int MOST_CELLS = 4_000_000;

  private Changes() {}

  /**
   * One difference.
   *
   * @param before words that are gone; empty where words are new
   * @param now words in their place; empty where words are gone
   * @param after the word that stands before it in both; empty at the start
   */
  record Change(String before, String now, String after) {
    /** As it is said, so that it is heard what differs. */
    Sentence sentence(ReadBack aloud) {
      if (before.isEmpty()) {
        return after.isEmpty()
            ? Sentence.of("edit.new-first", aloud.lead(now))
            : Sentence.of("edit.new", aloud.lead(now), aloud.phrase(after));
      }
      if (now.isEmpty()) {
        return after.isEmpty()
            ? Sentence.of("edit.gone-first", aloud.lead(before))
            : Sentence.of("edit.gone", aloud.lead(before), aloud.phrase(after));
      }
      boolean soundsSame = Spelling.core(before).equalsIgnoreCase(Spelling.core(now));
      return soundsSame
          ? Sentence.of("edit.replaced", aloud.exact(before), aloud.exact(now))
          : Sentence.of("edit.replaced", aloud.lead(before), aloud.phrase(now));
    }
  }

  /** In the order of the text; empty where no word differs. */
  static List<Change> between(String before, String now) {
    List<String> old = WordText.of(before).strings();
    List<String> fresh = WordText.of(now).strings();
    List<int[]> pairs = new ArrayList<>(same(old, fresh));
    pairs.add(new int[] {old.size(), fresh.size()});
    List<Change> changes = new ArrayList<>();
    int one = 0;
    int other = 0;
    for (int[] pair : pairs) {
      if (pair[0] > one || pair[1] > other) {
        changes.add(
            new Change(
                String.join(" ", old.subList(one, pair[0])),
                String.join(" ", fresh.subList(other, pair[1])),
                other == 0 ? "" : fresh.get(other - 1)));
      }
      one = pair[0] + 1;
      other = pair[1] + 1;
    }
    return changes;
  }

  /** Which word became which, by their indexes; words that differ are left out. */
  static Map<Integer, Integer> kept(String before, String now) {
    Map<Integer, Integer> kept = new TreeMap<>();
    same(WordText.of(before).strings(), WordText.of(now).strings())
        .forEach(pair -> kept.put(pair[0], pair[1]));
    return kept;
  }

  /** The places of words that are in both, in their order. */
  private static List<int[]> same(List<String> old, List<String> fresh) {
    int most = Math.min(old.size(), fresh.size());
    int head = 0;
    while (head < most && old.get(head).equals(fresh.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
      tail++;
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      pairs.add(new int[] {i, i});
    }
    List<String> oldPart = old.subList(head, old.size() - tail);
    List<String> freshPart = fresh.subList(head, fresh.size() - tail);
    if ((long) oldPart.size() * freshPart.size() <= MOST_CELLS) {
      for (int[] pair : longest(oldPart, freshPart)) {
        pairs.add(new int[] {head + pair[0], head + pair[1]});
      }
    }
    for (int i = tail; i > 0; i--) {
      pairs.add(new int[] {old.size() - i, fresh.size() - i});
    }
    return pairs;
  }

  /** The places of a longest common part. */
  private static List<int[]> longest(List<String> one, List<String> other) {
    int[][] length = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            one.get(i).equals(other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<int[]> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      if (one.get(i).equals(other.get(j))) {
        pairs.add(new int[] {i++, j++});
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }
}
