package dev.hark.cli.session;

/** One thing that a person did on a keyboard. */
sealed interface Key {
  /** A character, as a code point. */
  record Letter(int codePoint) implements Key {}

  /**
   * Any other key.
   *
   * @param name such as {@code f1}, {@code escape}, {@code left}, {@code ctrl-u}
   */
  record Named(String name) implements Key {}

  /** Text that was pasted in one go. */
  record Pasted(String text) implements Key {}

  /** Nothing came within the time that was given. */
  record Nothing() implements Key {}

  /** The terminal is gone. */
  record End() implements Key {}
}
