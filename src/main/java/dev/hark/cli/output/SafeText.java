package dev.hark.cli.output;

/** Text from elsewhere, made harmless for a terminal. */
public final class SafeText {
  private static final String INVISIBLE =
      "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";

  private SafeText() {}

  /**
   * One line: control characters, escape sequences' starts and characters that turn the direction
   * of writing become spaces, and spaces in a row become one.
   */
  public static String line(String text) {
    if (isSafe(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> harmful(c) ? ' ' : c)
        .forEach(
            c -> {
              if (c != ' ' || safe.isEmpty() || safe.charAt(safe.length() - 1) != ' ') {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString().strip();
  }

  private static boolean isSafe(String text) {
    return text.codePoints().noneMatch(SafeText::harmful);
  }

  private static boolean harmful(int c) {
    return Character.isISOControl(c)
        || INVISIBLE.indexOf(c) >= 0
        || Character.getType(c) == Character.SURROGATE;
  }
}
