package dev.hark.voice;

import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds commands in a stream of sound. What was said is recognised in the first moment of silence,
 * and acted upon once that has become a short pause; what is no phrase by then may go on, and is
 * given up after a longer one. Used by one thread at a time.
 */
public final class CommandEar {
  private static final Duration MOMENT = Duration.ofMillis(50);

  /** Short, so that a command is answered at once; longer than the gap before a t. */
  private static final Duration PAUSE = Duration.ofMillis(180);

  private static final Duration LONG_PAUSE = Duration.ofMillis(500);

  /** A click, a breath or the end of a word that was cut off is shorter than any phrase. */
  private static final Duration SHORTEST = Duration.ofMillis(120);

  /** No phrase takes longer. */
  private static final Duration LONGEST = Duration.ofMillis(2500);

  private final Recognizer recognizer;
  private final Phrasebook book;
  private final Endpoints endpoints = new Endpoints(MOMENT, PAUSE, LONG_PAUSE, LONGEST);
  private Optional<Spoken> heard = Optional.empty();
  private boolean tooLong;

  /** What came of some sound. */
  public sealed interface Event {
    /** Nothing yet. */
    record None() implements Event {}

    /** Somebody began to speak. */
    record Began() implements Event {}

    /** A phrase was said. */
    record Command(Spoken meaning) implements Event {}

    /** Something was said that is no phrase. */
    record NotUnderstood() implements Event {}
  }

  /**
   * @param recognizer of the book's grammar; stays open
   */
  public CommandEar(Recognizer recognizer, Phrasebook book) {
    this.recognizer = recognizer;
    this.book = book;
  }

  /**
   * Takes {@link Endpoints#STEP} samples.
   *
   * @throws dev.hark.fault.Fault.BadFile where the recogniser failed
   */
  public Event take(short[] samples) {
    return switch (endpoints.take(samples)) {
      case NONE -> new Event.None();
      case BEGAN -> new Event.Began();
      case PAUSED -> {
        heard = tooLong || tooShort() ? Optional.empty() : understood();
        yield new Event.None();
      }
      case RESUMED -> {
        heard = Optional.empty();
        yield new Event.None();
      }
      case SETTLED -> command().orElseGet(Event.None::new);
      case ENDED -> tooShort() ? nothing() : notUnderstood();
      case TOO_LONG -> {
        tooLong = true;
        yield new Event.None();
      }
    };
  }

  private Optional<Spoken> understood() {
    short[] said = endpoints.said();
    Recognizer.Hearing hearing = recognizer.begin(_ -> {});
    hearing.hear(said, said.length);
    Hypothesis phrase = hearing.end();
    return book.meaning(phrase.text());
  }

  private Optional<Event> command() {
    Optional<Event> command = heard.map(Event.Command::new);
    command.ifPresent(_ -> again());
    return command;
  }

  private boolean tooShort() {
    return endpoints.spoken().compareTo(SHORTEST) < 0;
  }

  private Event nothing() {
    again();
    return new Event.None();
  }

  private Event notUnderstood() {
    again();
    return new Event.NotUnderstood();
  }

  /** Forgets what was said so far. */
  public void again() {
    heard = Optional.empty();
    tooLong = false;
    endpoints.again();
  }

  public boolean hearsSpeech() {
    return endpoints.speaking();
  }
}
