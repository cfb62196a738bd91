package dev.hark.speech;

import dev.hark.fault.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A voice engine. Used by one thread at a time.
 *
 * <p>Zero samples for text that has letters is a failure, never a success.
 */
public interface Synthesizer extends AutoCloseable {
  /** A name for {@code hark doctor}: {@code freetts}, {@code espeak-ng}. */
  String name();

  /** Whether the engine can be trusted with text of this language. */
  boolean speaks(Locale language);

  /** What it reads well by itself in a language; all else is put into words before. */
  default Set<Skill> skills(Locale language) {
    return Set.of();
  }

  /** Loads what the first utterance needs, so that it is heard soon. Called at most once. */
  default void prepare() {}

  /**
   * What the person should know of what was asked for and is not there, such as a voice of an
   * unknown name. Asked once, after {@link #prepare}.
   */
  default Optional<Sentence> complaint() {
    return Optional.empty();
  }

  /** Why it speaks no language at all, where that is so; told where another speaks in its place. */
  default Optional<Sentence> absence() {
    return Optional.empty();
  }

  /**
   * Speaks a little to nobody, so that what follows is quick. Called where nothing waits.
   *
   * @param idle whether still nothing waits
   */
  default void rehearse(BooleanSupplier idle) {}

  /** Whether it is heard on a device of its own, and calls {@link Pcm#elsewhere}. */
  default boolean playsItself() {
    return false;
  }

  /**
   * Speaks into {@code out} and returns when done or when {@code out} wants no more.
   *
   * @param rate words a minute
   * @throws IllegalStateException where the engine failed, so that the next one is tried
   */
  void speak(String text, Locale language, int rate, Pcm out);

  @Override
  void close();
}
