package dev.hark.transcript.join;

/**
 * A word as it was typed, without what does not belong into a text: signs that steer terminals and
 * players, that turn the direction of what follows, or that end a line. Joiners stay: Hindi and
 * emoji need them.
 */
final class SafeSurface {
  private SafeSurface() {}

  static String of(String surface) {
    StringBuilder safe = new StringBuilder(surface.length());
    surface
        .codePoints()
        .filter(SafeSurface::isText)
        .forEach(c -> safe.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c));
    return safe.toString().strip();
  }

  private static boolean isText(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !turns && c != 0xFEFF;
    };
  }
}
