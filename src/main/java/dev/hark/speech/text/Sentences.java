package dev.hark.speech.text;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A text in pieces of whole sentences, so that the first is heard at once: the first piece is one
 * sentence, the others a few. A text of a few lines stays whole. Where there is no end of a
 * sentence for long, a piece ends between words, and at the worst within one.
 */
final class Sentences implements Iterator<String> {
  private static final int WHOLE = 300;
  private static final int USUAL = 250;
  private static final int MOST = 800;

  private final String text;
  private int at;

  Sentences(String text) {
    this.text = text;
  }

  @Override
  public boolean hasNext() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int from = at;
    at = text.length() - from <= WHOLE ? text.length() : end(from, from == 0 ? 1 : USUAL);
    return text.substring(from, at);
  }

  private int end(int from, int least) {
    int limit = Math.min(text.length(), from + MOST);
    int blank = -1;
    for (int i = from + 1; i < limit; i++) {
      char c = text.charAt(i - 1);
      boolean gap = Character.isWhitespace(text.charAt(i));
      if (c == '\n' && i - from >= least) {
        return i;
      }
      if (gap && i - from >= least && sentenceEnds(from, i)) {
        return i;
      }
      if (gap && i - from >= Math.max(least, USUAL) / 2) {
        blank = i;
      }
    }
    if (limit == text.length()) {
      return limit;
    }
    return blank > 0 ? blank : whole(limit);
  }

  private boolean sentenceEnds(int from, int gap) {
    int last = gap - 1;
    while (last > from && "\"')]”’»".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    char mark = text.charAt(last);
    if (mark == '!' || mark == '?' || mark == '…' || mark == '।' || mark == '。') {
      return true;
    }
    // "Dr. Who", "e.g. this", "5. Kings" and "J. Smith" are no ends of sentences.
    boolean word = last - 4 >= from && lettersBefore(last, 4);
    return mark == '.' && word && newSentence(gap);
  }

  private boolean lettersBefore(int end, int count) {
    for (int i = end - count; i < end; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != ' ') {
        return false;
      }
    }
    return Character.isLetterOrDigit(text.charAt(end - 1))
        && Character.isLetterOrDigit(text.charAt(end - 2))
        && Character.isLetterOrDigit(text.charAt(end - 3));
  }

  private boolean newSentence(int gap) {
    int next = gap;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next == text.length() || !Character.isLowerCase(text.charAt(next));
  }

  /** Not between two halves of a character. */
  private int whole(int limit) {
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }
}
