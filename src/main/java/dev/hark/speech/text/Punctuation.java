package dev.hark.speech.text;

/** Which marks are said by their names. */
public enum Punctuation {
  /** Only signs that are words: {@code &}, {@code %}, {@code +}. */
  NONE,
  /** Also what is rare in plain text: {@code #}, {@code /}, {@code _}, {@code *}, brackets. */
  SOME,
  /** Every mark; addresses and codes are then said whole. */
  ALL
}
