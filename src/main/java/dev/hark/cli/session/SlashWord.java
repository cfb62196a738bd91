package dev.hark.cli.session;

import java.util.Optional;

/**
 * A word with a slash before it at the end of what is typed, such as {@code the old man /replace 3
 * lamp}. What is no known word stays text.
 *
 * @param before the text without it
 */
record SlashWord(String before, ActionWords.Call call) {
  /** Looks behind the last slash that begins a word. */
  static Optional<SlashWord> of(String text, ActionWords words) {
    int slash = text.lastIndexOf('/');
    while (slash > 0 && text.charAt(slash - 1) != ' ') {
      slash = text.lastIndexOf('/', slash - 1);
    }
    if (slash < 0) {
      return Optional.empty();
    }
    int at = slash;
    return words
        .calledByWord(text.substring(at + 1))
        .map(call -> new SlashWord(text.substring(0, at), call));
  }
}
