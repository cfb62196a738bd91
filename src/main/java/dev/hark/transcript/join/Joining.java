package dev.hark.transcript.join;

import dev.hark.transcript.MergedWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one text of pieces. Where two pieces overlap, what both have of it stands there once. A
 * passage ends in the middle of an overlap, and its time is shared out among its words by their
 * letters.
 */
public final class Joining {
  private Joining() {}

  /**
   * Joins.
   *
   * @param segments in the order of their starts
   * @throws IllegalArgumentException where one starts or ends before the one before it does
   */
  public static Transcript join(List<Segment> segments) {
    List<List<MergedWord>> own = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      own.add(segment.words());
      if (i > 0) {
        Segment before = segments.get(i - 1);
        if (segment.startMillis() < before.startMillis()
            || segment.endMillis() < before.endMillis()) {
          throw new IllegalArgumentException("pieces must follow one another");
        }
        long overlap = before.endMillis() - segment.startMillis();
        if (overlap > 0) {
          Overlap settled = Overlap.of(own.get(i - 1), segment.words(), overlap);
          own.set(i - 1, settled.first());
          own.set(i, settled.second());
        }
      }
    }
    List<Passage> passages = new ArrayList<>();
    List<TimedWord> words = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      long start = i == 0 ? segment.startMillis() : from(segments.get(i - 1), segment);
      long end =
          i == segments.size() - 1 ? segment.endMillis() : until(segment, segments.get(i + 1));
      passages.add(new Passage(segment.id(), start, end, segment.note()));
      share(own.get(i), start, end, i, words);
    }
    return new Transcript(words, passages);
  }

  private static long from(Segment before, Segment segment) {
    return Math.max(segment.startMillis(), middle(before, segment));
  }

  private static long until(Segment segment, Segment after) {
    return Math.min(segment.endMillis(), middle(segment, after));
  }

  private static long middle(Segment before, Segment after) {
    return (before.endMillis() + after.startMillis()) / 2;
  }

  private static void share(
      List<MergedWord> words, long start, long end, int passage, List<TimedWord> timed) {
    long all = words.stream().mapToLong(Joining::length).sum();
    long done = 0;
    long from = start;
    for (MergedWord word : words) {
      done += length(word);
      long to = start + (end - start) * done / all;
      timed.add(new TimedWord(word.word(), word.surface(), word.probability(), from, to, passage));
      from = to;
    }
  }

  /** Letters, and one for the space behind them. */
  private static long length(MergedWord word) {
    return word.word().codePointCount(0, word.word().length()) + 1L;
  }
}
