package dev.hark.speech.text;

import java.util.Locale;

/**
 * A stretch of text that one engine says in one go.
 *
 * @param text as it is written
 * @param language of all of it
 * @param raised whether it is said higher, as it has a capital
 */
public record Span(String text, Locale language, boolean raised) {
  public Span(String text, Locale language) {
    this(text, language, false);
  }
}
