package dev.hark.speech.text;

import java.util.Locale;

/**
 * A stretch of text that one engine says in one go.
 *
 * @param text as it is written
 * @param language of all of it
 * @param raised whether it is said higher, as it has a capital
 * @param task whether the voice for tasks says it, whatever the utterance's is
 */
public record Span(String text, Locale language, boolean raised, boolean task) {
  public Span(String text, Locale language) {
    this(text, language, false);
  }

  Span(String text, Locale language, boolean raised) {
    this(text, language, raised, false);
  }

  Span of(boolean tasks) {
    return new Span(text, language, raised, tasks);
  }

  /** Whether one voice says both alike. */
  boolean goesWith(Span other) {
    return language.equals(other.language) && task == other.task;
  }
}
