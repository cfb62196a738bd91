package dev.hark.speech.text;

import java.util.regex.Pattern;

/**
 * A number as it was written, in digits without marks.
 *
 * @param whole one digit at least
 * @param decimals empty where there are none
 */
record Figure(String whole, String decimals) {
  /** Digits with points, commas or apostrophes between; never ends with a mark. */
  static final String WRITTEN = "\\d{1,40}+(?:[.,]\\d{1,40}+|['’]\\d{3}(?!\\d)){0,12}+";

  /** A part of one, without the nought before it. */
  static final String BROKEN = "\\.\\d{1,6}+(?![.,]?\\d)";

  /** Said behind an amount in place of its cents: nothing. */
  static final String NO_CENTS = "[,.][-–]+";

  private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:,\\d{2})*,\\d{3}");

  /**
   * Understands {@code 1,250.50}, {@code 1.250,50}, {@code 1,25,000} and {@code 0.5}. A single mark
   * before three digits parts thousands where it is the language's mark for that, or where {@code
   * ,-} follows.
   *
   * @param point the language's mark before decimals
   */
  static Figure of(String written, char point) {
    String text = written.replace("'", "").replace("’", "");
    String amount = text.replaceFirst(NO_CENTS + "$", "");
    if (!amount.equals(text)) {
      return amount.matches("\\d{1,3}(?:[.,]\\d{3})+")
          ? new Figure(digits(amount), "")
          : of(amount, point);
    }
    int lastPoint = text.lastIndexOf('.');
    int lastComma = text.lastIndexOf(',');
    if (lastPoint >= 0 && lastComma >= 0) {
      return cut(text, Math.max(lastPoint, lastComma));
    }
    int last = Math.max(lastPoint, lastComma);
    if (last < 0) {
      return new Figure(text, "");
    }
    char mark = text.charAt(last);
    boolean several = text.indexOf(mark) != last;
    boolean three = text.length() - last == 4;
    boolean thousands =
        several
            ? three || INDIAN.matcher(text).matches()
            : three && mark != point && last <= 3 && text.charAt(0) != '0';
    return thousands ? new Figure(digits(text), "") : cut(text, last);
  }

  private static Figure cut(String text, int at) {
    String whole = digits(text.substring(0, at));
    return new Figure(whole.isEmpty() ? "0" : whole, text.substring(at + 1));
  }

  private static String digits(String text) {
    return text.replace(".", "").replace(",", "");
  }

  boolean isWhole() {
    return decimals.isEmpty();
  }

  boolean isOne() {
    return isWhole() && whole.equals("1");
  }

  /** The whole part, or -1 where it is too long to be read as a number. */
  long value() {
    return whole.length() > NumberWords.MOST_DIGITS ? -1 : Long.parseLong(whole);
  }
}
