package dev.hark.speech.text;

/** Numbers spelled out in one language. */
interface NumberWords {
  /** Up to a thousand million millions; more has to be read digit by digit. */
  int MOST_DIGITS = 15;

  /**
   * @param number 0 or more, of at most {@link #MOST_DIGITS} digits
   */
  String whole(long number);

  /** {@code third}, {@code twenty-first}. */
  String ordinal(long number);

  /**
   * @param digit 0 to 9
   */
  default String digit(int digit) {
    return whole(digit);
  }

  /** How the ordinal is written with digits, for an engine that reads it: {@code 21st}. */
  String ordinalSign(long number);
}
