package dev.hark.market.hub;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stranger's text safe to write to a terminal and to speak: terminal escape sequences,
 * control characters, direction overrides, invisible and private characters and piles of accents
 * go; white space shrinks; length has a bound.
 */
final class PlainText {
  /** Terminal sequences as a whole, so that their parameters do not stay behind as letters. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]?"
              + "|(?:\u001B[\\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]{0,4000}"
              + "(?:\u0007|\u001B\\\\|\u009C|$)"
              + "|\u001B[ -/]*[0-~]?");

  private static final int MOST_ACCENTS = 6;

  private PlainText() {}

  /** One line of at most {@code limit} characters; empty where there is nothing to read. */
  static String line(@Nullable String text, int limit) {
    return text == null ? "" : clean(text, limit, false);
  }

  /** The same, with its line ends kept, at most one empty line in a row. */
  static String lines(@Nullable String text, int limit) {
    return text == null ? "" : clean(text, limit, true);
  }

  private static String clean(String text, int limit, boolean keepLines) {
    if (text.length() <= limit && isPlain(text)) {
      return text;
    }
    // A bound before the work, so that a flood costs no more than a long text.
    String start = text.length() > limit * 8L ? text.substring(0, limit * 8) : text;
    String unescaped = ESCAPES.matcher(start).replaceAll("");
    StringBuilder kept = new StringBuilder(Math.min(unescaped.length(), limit + 2));
    int accents = 0;
    for (int i = 0; i < unescaped.length() && kept.length() <= limit; ) {
      int c = unescaped.codePointAt(i);
      i += Character.charCount(c);
      if (isLineEnd(c)) {
        accents = 0;
        breakLine(kept, keepLines);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        accents = 0;
        space(kept);
      } else if (isAccent(c)) {
        accents++;
        if (accents <= MOST_ACCENTS) {
          kept.appendCodePoint(c);
        }
      } else if (isReadable(c)) {
        accents = 0;
        kept.appendCodePoint(c);
      }
    }
    String stripped = kept.toString().strip();
    return stripped.length() <= limit ? stripped : cut(stripped, limit);
  }

  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static void breakLine(StringBuilder kept, boolean keepLines) {
    if (!keepLines) {
      space(kept);
      return;
    }
    while (!kept.isEmpty() && kept.charAt(kept.length() - 1) == ' ') {
      kept.setLength(kept.length() - 1);
    }
    int length = kept.length();
    boolean twoAlready =
        length >= 2 && kept.charAt(length - 1) == '\n' && kept.charAt(length - 2) == '\n';
    if (length > 0 && !twoAlready) {
      kept.append('\n');
    }
  }

  private static void space(StringBuilder kept) {
    if (!kept.isEmpty() && !Character.isWhitespace(kept.charAt(kept.length() - 1))) {
      kept.append(' ');
    }
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private static boolean isAccent(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isReadable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
          false;
      // The joiners are letters' business in Persian and Indian scripts.
      case Character.FORMAT -> c == '\u200C' || c == '\u200D';
      default -> true;
    };
  }

  private static String cut(String text, int limit) {
    int end = text.lastIndexOf(' ', limit - 1);
    if (end < limit / 2) {
      end = Character.isLowSurrogate(text.charAt(limit - 1)) ? limit - 2 : limit - 1;
    }
    return text.substring(0, end) + "…";
  }
}
