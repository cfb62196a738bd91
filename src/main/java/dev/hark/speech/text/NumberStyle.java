package dev.hark.speech.text;

/** How plain numbers of several digits are read. */
public enum NumberStyle {
  /** {@code one thousand two hundred fifty}. */
  WHOLE,
  /** {@code one two five zero}. */
  DIGITS,
  /** {@code twelve fifty}. */
  PAIRS
}
