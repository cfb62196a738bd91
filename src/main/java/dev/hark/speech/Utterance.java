package dev.hark.speech;

import java.util.List;
import java.util.Locale;

/**
 * Something to say.
 *
 * @param text in words, as it is written too
 * @param language of the text; chooses the engine
 * @param priority what it may interrupt
 * @param purpose chooses the voice, where the person has several
 * @param quotes parts of the text that are of another language, or somebody else's
 * @param manner how fast, and after which sound
 */
public record Utterance(
    String text,
    Locale language,
    Priority priority,
    Purpose purpose,
    List<Quote> quotes,
    Manner manner) {
  public Utterance {
    quotes = List.copyOf(quotes);
  }

  /** Something said in the usual manner. */
  public Utterance(
      String text, Locale language, Priority priority, Purpose purpose, List<Quote> quotes) {
    this(text, language, priority, purpose, quotes, Manner.USUAL);
  }

  public Utterance(String text, Locale language, Priority priority, Purpose purpose) {
    this(text, language, priority, purpose, List.of());
  }

  /** Something that Hark itself says. */
  public Utterance(String text, Locale language, Priority priority) {
    this(text, language, priority, Purpose.INTERFACE);
  }

  /** The same, said in another manner. */
  public Utterance in(Manner other) {
    return new Utterance(text, language, priority, purpose, quotes, other);
  }

  /** The same, with other quotes. */
  Utterance with(List<Quote> others) {
    return new Utterance(text, language, priority, purpose, others, manner);
  }

  /** A part of this one, in the words that an engine is given. */
  Utterance part(String words, Locale language) {
    return new Utterance(words, language, priority, purpose, List.of(), manner);
  }
}
