package dev.hark.market;

/**
 * Makes other people's words fit to be said: one line, no control characters and none that turn the
 * direction of writing, and not endless.
 */
final class Plain {
  private static final int SHORT = 80;
  private static final int LONG = 600;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Plain() {}

  /** A name, a title, a keyword. */
  static String name(String words) {
    return cut(words, SHORT);
  }

  /** What somebody wrote. */
  static String text(String words) {
    return cut(words, LONG);
  }

  private static String cut(String words, int most) {
    StringBuilder plain = new StringBuilder();
    boolean gap = false;
    int length = 0;
    for (int i = 0; i < words.length() && length < most; ) {
      int point = words.codePointAt(i);
      i += Character.charCount(point);
      if (!sayable(point)) {
        gap |= Character.getType(point) != Character.FORMAT;
        continue;
      }
      if (gap && !plain.isEmpty()) {
        plain.append(' ');
        length++;
      }
      gap = false;
      plain.appendCodePoint(point);
      length++;
      if (length >= most && i < words.length()) {
        plain.append('\u2026');
      }
    }
    return plain.toString();
  }

  private static boolean sayable(int point) {
    if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
      return true; // spelling of several scripts, Hindi among them, needs these two
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
