package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a session says. Front ends write it and speak it, in the same words.
 *
 * @param sentence what is said
 * @param priority what it may interrupt
 * @param purpose which of the person's voices says it
 * @param language of the words that the sentence passes on, where they are somebody's own
 * @param pace percent of the voice's own speed
 */
public record Heard(
    Sentence sentence, Priority priority, Purpose purpose, Optional<Locale> language, int pace) {
  /** Something said at the voice's own speed. */
  public Heard(Sentence sentence, Priority priority, Purpose purpose, Optional<Locale> language) {
    this(sentence, priority, purpose, language, 100);
  }

  /** Something that Hark itself says. */
  public Heard(Sentence sentence, Priority priority) {
    this(sentence, priority, Purpose.INTERFACE, Optional.empty());
  }

  /** The same as part of another sentence. */
  Heard of(String key) {
    return new Heard(Sentence.of(key, sentence), priority, purpose, language, pace);
  }

  Heard at(int percent) {
    return new Heard(sentence, priority, purpose, language, percent);
  }
}
