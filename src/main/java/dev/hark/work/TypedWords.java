package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.Locale;

/** What is said while somebody types and moves through what is typed: no key stays silent. */
public final class TypedWords {
  private TypedWords() {}

  /** Words as they stand there. */
  public static Sentence words(String words) {
    return Sentence.of("ear.plain", words);
  }

  /**
   * A single character by its name: {@code space}, {@code full stop}, {@code capital d}, {@code t}.
   *
   * @param character one code point
   */
  public static Sentence character(String character) {
    int c = character.codePointAt(0);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return Sentence.of("ear.space");
    }
    if (Character.isUpperCase(c)) {
      return Sentence.of("ear.capital", character.toLowerCase(Locale.ROOT));
    }
    return Sentence.of("ear.plain", Spelling.sign(c));
  }

  /** Behind the last character. */
  public static Sentence end() {
    return Sentence.of("ear.text-end");
  }

  /** Before the first. */
  public static Sentence start() {
    return Sentence.of("ear.text-start");
  }
}
