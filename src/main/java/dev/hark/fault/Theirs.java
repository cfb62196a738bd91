package dev.hark.fault;

import java.util.Locale;
import java.util.Optional;

/**
 * What somebody else wrote, as an argument of a {@link Sentence}. It is written like a string, and
 * spoken by the voice that the person chose for tasks.
 *
 * @param words hostile until proven otherwise
 * @param language of the words, where it is known
 */
public record Theirs(String words, Optional<Locale> language) {
  /** Words of an unknown language. */
  public Theirs(String words) {
    this(words, Optional.empty());
  }

  public Theirs(String words, Locale language) {
    this(words, Optional.of(language));
  }
}
