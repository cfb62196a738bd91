package dev.hark.transcript.export;

import dev.hark.transcript.join.Transcript;
import dev.hark.transcript.join.Transcript.Shown;

/**
 * Text to read: a paragraph ends at a pause of two seconds, and once it is long at the end of a
 * sentence, or at the end of a piece where nobody wrote a full stop.
 */
final class PlainText {
  private static final long PAUSE_MILLIS = 2_000;
  private static final int WORDS_TO_SENTENCE = 80;
  private static final int WORDS_TO_PIECE = 150;

  private PlainText() {}

  static String of(Transcript transcript) {
    StringBuilder text = new StringBuilder();
    Shown last = null;
    int words = 0;
    for (Shown next : transcript.shown()) {
      if (last != null) {
        boolean pause = next.startMillis() - last.endMillis() >= PAUSE_MILLIS;
        boolean sentence =
            words >= WORDS_TO_SENTENCE && last.text().matches("(?s).*[.?!\u0964\u061f]");
        boolean piece = words >= WORDS_TO_PIECE && next.passage() != last.passage();
        boolean ends = pause || sentence || piece;
        text.append(ends ? '\n' : ' ');
        words = ends ? 0 : words;
      }
      text.append(next.text());
      words++;
      last = next;
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }
}
