package dev.hark.speech.text;

import java.text.Normalizer;

/**
 * Text without what nobody can hear: control characters, marks of direction, forms of letters that
 * only look different. Takes time in proportion to the text.
 */
final class Cleaning {
  private static final int JOINER = 0x200d;

  private Cleaning() {}

  /** Ends of lines stay, one for several. */
  static String clean(String text) {
    if (text.codePoints().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85) {
        lineEnd(clean);
      } else if (c == JOINER) {
        // Holds pictures together; elsewhere it is not heard.
        append(clean, c);
      } else if (isSpace(c)) {
        space(clean, c, text, at);
      } else if (isHeard(c)) {
        append(clean, c);
      }
    }
    return Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  private static void lineEnd(StringBuilder clean) {
    int end = clean.length();
    while (end > 0 && clean.charAt(end - 1) == ' ') {
      end--;
    }
    clean.setLength(end);
    if (end > 0 && clean.charAt(end - 1) != '\n') {
      clean.append('\n');
    }
  }

  private static boolean isSpace(int c) {
    return Character.isISOControl(c) || Character.isSpaceChar(c) || c == 0xfffd || c == 0x2800;
  }

  /** A narrow or fixed blank between the thousands of a number is not heard. */
  private static void space(StringBuilder clean, int c, String text, int next) {
    boolean fixed = c == 0xa0 || c == 0x202f || c == 0x2009;
    boolean within =
        fixed
            && !clean.isEmpty()
            && isAsciiDigit(clean.charAt(clean.length() - 1))
            && next + 3 <= text.length()
            && isAsciiDigit(text.charAt(next))
            && isAsciiDigit(text.charAt(next + 1))
            && isAsciiDigit(text.charAt(next + 2))
            && (next + 3 == text.length() || !isAsciiDigit(text.charAt(next + 3)));
    if (!within) {
      clean.append(' ');
    }
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHeard(int c) {
    int type = Character.getType(c);
    boolean tag = c >= 0xe0000 && c <= 0xe007f;
    return type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && (type != Character.FORMAT || tag)
        && c != 0xfe0e;
  }

  private static void append(StringBuilder clean, int c) {
    if (c > 0x7f && Character.isDigit(c)) {
      clean.append(Character.digit(c, 10));
    } else if (onlyLooksDifferent(c)) {
      clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else {
      clean.appendCodePoint(c);
    }
  }

  private static boolean onlyLooksDifferent(int c) {
    return (c >= 0xff00 && c <= 0xffef)
        || (c >= 0xfb00 && c <= 0xfb06)
        || (c >= 0x2460 && c <= 0x24ff)
        || (c >= 0x1d400 && c <= 0x1d7ff)
        || (c >= 0x2160 && c <= 0x217f)
        || c == 0x2103
        || c == 0x2109
        || c == 0x2011
        || c == 0x132
        || c == 0x133;
  }
}
