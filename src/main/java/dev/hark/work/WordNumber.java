package dev.hark.work;

import java.util.Optional;

/** Numbers of words, as somebody says them: counted from 1. */
final class WordNumber {
  private WordNumber() {}

  /** Empty where it is no number, or there is no such word. */
  static Optional<Integer> of(String text, int count) {
    String digits = text.strip();
    if (!digits.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= count ? Optional.of(number) : Optional.empty();
  }
}
