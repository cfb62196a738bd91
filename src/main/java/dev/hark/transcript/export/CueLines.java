package dev.hark.transcript.export;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words as lines of a cue. A letter counts with all its marks, an emoji as one. */
final class CueLines {
  /** Letters of a line, by the usual rule. */
  static final int MOST = 42;

  private CueLines() {}

  static int length(String text) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int length = 0;
    while (letters.next() != BreakIterator.DONE) {
      length++;
    }
    return length;
  }

  /** A text in parts that fit a line each. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int from = 0;
    int length = 0;
    for (int at = letters.next(); at != BreakIterator.DONE; at = letters.next()) {
      if (++length == MOST) {
        parts.add(text.substring(from, at));
        from = at;
        length = 0;
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** One line, or the two that are most alike in length; empty where the words do not fit. */
  static Optional<List<String>> of(List<String> words) {
    int[] lengths = words.stream().mapToInt(CueLines::length).toArray();
    int all = lengths.length - 1;
    for (int length : lengths) {
      all += length;
    }
    if (all <= MOST) {
      return Optional.of(List.of(String.join(" ", words)));
    }
    int best = -1;
    int least = Integer.MAX_VALUE;
    int first = -1;
    for (int i = 0; i + 1 < lengths.length; i++) {
      first += lengths[i] + 1;
      int second = all - first - 1;
      if (first <= MOST && second <= MOST && Math.abs(first - second) < least) {
        least = Math.abs(first - second);
        best = i + 1;
      }
    }
    return best < 0
        ? Optional.empty()
        : Optional.of(
            List.of(
                String.join(" ", words.subList(0, best)),
                String.join(" ", words.subList(best, words.size()))));
  }
}
