package dev.hark.work;

import dev.hark.speech.listen.Hypothesis;
import java.util.Optional;

/** Words that are said where they could be typed: they come into the stage as typing would. */
final class SpokenWords {
  private SpokenWords() {}

  /**
   * Asks once words are heard, or ends where somebody speaks already. What comes after the stage
   * was left is dropped.
   *
   * @param ask says what is asked for
   */
  static void into(Session session, Stage stage, Runnable ask) {
    Optional<Microphone> microphone = session.microphone();
    if (microphone.isEmpty()) {
      session.say().answer("session.no-microphone");
    } else if (microphone.get().dictating()) {
      finish(session, microphone.get());
    } else {
      session.desk().player().pause();
      microphone
          .get()
          .dictate(stage.language(), taken -> session.hear(() -> take(session, stage, ask, taken)));
    }
  }

  /** All has been said. What was understood is told once it is written. */
  static void finish(Session session, Microphone microphone) {
    session.say().answer("session.writing");
    microphone.finish();
  }

  private static void take(Session session, Stage stage, Runnable ask, Microphone.Taken taken) {
    if (!session.isIn(stage)) {
      return;
    }
    switch (taken) {
      case Microphone.Taken.Began _ -> ask.run();
      case Microphone.Taken.Partial(Hypothesis words) -> stage.typed(words.text());
      case Microphone.Taken.Said(Hypothesis words) when !words.isEmpty() -> {
        session.say().recorded();
        stage.typed(words.text());
        stage.typingDone();
      }
      case Microphone.Taken.Said _ -> {
        stage.typed("");
        session.say().answer("session.nothing-understood");
        session.say().answer("session.say-record");
      }
      case Microphone.Taken.Failed failed -> {
        stage.typed("");
        session.say().recorded();
        session.say().answer(failed.why());
        session.say().answer("session.say-record");
      }
    }
  }
}
