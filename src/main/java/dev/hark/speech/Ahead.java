package dev.hark.speech;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The begin of the next utterance, made while the end of the one before is still heard. Used by the
 * queue's thread.
 */
final class Ahead {
  private @Nullable Made made;

  private record Made(EngineThread engine, Utterance words, int rate, Synthesis synthesis) {}

  /** Begins to make it, where the engine is not heard on a device of its own. */
  void begin(EngineThread engine, Utterance words, int rate) {
    forget();
    if (!engine.engine().playsItself()) {
      made = new Made(engine, words, rate, engine.speak(words, rate));
    }
  }

  /** What was made of exactly this; of anything else it is thrown away. */
  Synthesis takeOrMake(EngineThread engine, Utterance words, int rate) {
    Optional<Made> here = Optional.ofNullable(made);
    if (here.isPresent()
        && here.get().engine() == engine
        && here.get().rate() == rate
        && here.get().words().equals(words)) {
      made = null;
      return here.get().synthesis();
    }
    forget();
    return engine.speak(words, rate);
  }

  void forget() {
    if (made != null) {
      made.synthesis().cancel();
      made = null;
    }
  }
}
