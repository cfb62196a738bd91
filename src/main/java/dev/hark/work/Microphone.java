package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Hypothesis;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The ear of a session: hears commands, and takes down what is said. No method waits. */
public interface Microphone {
  /** So long it is listened to how well somebody is heard. */
  Duration CHECK = Duration.ofSeconds(4);

  /** Listens for one spoken command from now on, or stops where it does so already. */
  void command();

  /**
   * Takes down what is said from now on, until a long pause or {@link #finish}.
   *
   * @param language of what is said; Hark's own where that is not known
   * @param taken told what came of it, on a thread of its own; {@link Taken.Began} comes when words
   *     are heard, and {@link Taken.Said} or {@link Taken.Failed} is the last
   */
  void dictate(Optional<Locale> language, Consumer<Taken> taken);

  boolean dictating();

  /** What is being said is not wanted; nobody is told what came of it, and another may begin. */
  void drop();

  /**
   * Listens for {@link #CHECK}, and tells in one sentence how well somebody is heard.
   *
   * @param told on a thread of its own
   */
  void check(Consumer<Sentence> told);

  /** All has been said: what was heard so far is what counts. */
  void finish();

  /** What came of taking words down. */
  sealed interface Taken {
    /** Nothing more comes. */
    default boolean isLast() {
      return this instanceof Said || this instanceof Failed;
    }

    /** What is said from now on is heard. */
    record Began() implements Taken {}

    /** What is understood so far. */
    record Partial(Hypothesis words) implements Taken {}

    /** All that was understood; nothing where nothing was. */
    record Said(Hypothesis words) implements Taken {}

    /** Nothing could be taken down, and why. */
    record Failed(Sentence why) implements Taken {}
  }
}
