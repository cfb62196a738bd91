package dev.hark.transcript.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where it is worth to listen again. Words less probable than {@link #SURE} make a spot, together
 * with those that stand at most one word apart in the same piece; so does a whole piece that nobody
 * could write down. The expected errors of a spot are the sum of its words' improbabilities; of a
 * piece without words, as many words as its length has elsewhere in the text.
 */
public final class ReviewList {
  /** Words at least so probable need no second ear. */
  public static final double SURE = 0.9;

  private static final int BESIDE = 3;
  private static final int APART = 2;

  /** Slow speech; where a text has no words to measure by. */
  private static final double WORDS_A_SECOND = 2;

  private static final double SECOND = 1000.0;

  private ReviewList() {}

  /** The spots of a text, the one with the most expected errors first, then the earlier one. */
  public static List<UnsureSpot> of(Transcript transcript) {
    List<UnsureSpot> spots = new ArrayList<>();
    int first = -1;
    int last = -1;
    List<TimedWord> words = transcript.words();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).probability() >= SURE) {
        continue;
      }
      boolean near =
          first >= 0 && i - last <= APART && words.get(i).passage() == words.get(first).passage();
      if (!near) {
        add(spots, transcript, first, last);
        first = i;
      }
      last = i;
    }
    add(spots, transcript, first, last);
    addEmpty(spots, transcript);
    spots.sort(
        Comparator.comparingDouble(UnsureSpot::expectedErrors)
            .reversed()
            .thenComparingLong(UnsureSpot::startMillis));
    return List.copyOf(spots);
  }

  private static void add(List<UnsureSpot> spots, Transcript transcript, int first, int last) {
    if (first < 0) {
      return;
    }
    List<TimedWord> words = transcript.words();
    double errors =
        words.subList(first, last + 1).stream().mapToDouble(word -> 1 - word.probability()).sum();
    TimedWord from = words.get(first);
    spots.add(
        new UnsureSpot(
            from.passage(),
            transcript.passages().get(from.passage()).id(),
            from.startMillis(),
            words.get(last).endMillis(),
            first,
            last + 1 - first,
            text(words, first - BESIDE, first),
            text(words, first, last + 1),
            text(words, last + 1, last + 1 + BESIDE),
            errors));
  }

  private static void addEmpty(List<UnsureSpot> spots, Transcript transcript) {
    double rate = rate(transcript);
    List<TimedWord> words = transcript.words();
    int at = 0;
    for (int i = 0; i < transcript.passages().size(); i++) {
      int before = at;
      while (at < words.size() && words.get(at).passage() == i) {
        at++;
      }
      Passage passage = transcript.passages().get(i);
      String note = transcript.notes().of(passage.note());
      if (at == before && !note.isEmpty()) {
        spots.add(
            new UnsureSpot(
                i,
                passage.id(),
                passage.startMillis(),
                passage.endMillis(),
                at,
                0,
                text(words, at - BESIDE, at),
                note,
                text(words, at, at + BESIDE),
                rate * (passage.endMillis() - passage.startMillis()) / SECOND));
      }
    }
  }

  /** Words a second, over the passages that have some. */
  private static double rate(Transcript transcript) {
    double spoken =
        transcript.words().stream().map(TimedWord::passage).distinct().toList().stream()
            .map(transcript.passages()::get)
            .mapToLong(passage -> passage.endMillis() - passage.startMillis())
            .sum();
    return spoken == 0 ? WORDS_A_SECOND : transcript.words().size() * SECOND / spoken;
  }

  private static String text(List<TimedWord> words, int from, int to) {
    return words.subList(Math.max(0, from), Math.min(words.size(), to)).stream()
        .map(word -> SafeSurface.of(word.surface()))
        .collect(Collectors.joining(" "));
  }
}
