package dev.hark.voice;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Level;
import dev.hark.speech.listen.Recognizer;
import dev.hark.work.Microphone.Taken;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One answer that is said: from the first word to a long pause. Used by one thread. */
final class Dictating {
  private static final Logger LOG = System.getLogger(Dictating.class.getName());
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONG_PAUSE = Duration.ofMillis(1500);
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** How long the first word may take to come, in steps of 10 ms. */
  private static final int PATIENCE = 1000;

  private final Recognizer.Hearing hearing;
  private final Consumer<Taken> taken;
  private final Endpoints endpoints = new Endpoints(MOMENT, PAUSE, LONG_PAUSE, LONGEST);
  private final Level level = new Level();
  private int waited;
  private boolean began;
  private boolean missed;
  private boolean full;

  /**
   * @throws Fault.BadFile where the recogniser cannot be used
   */
  Dictating(Recognizer recognizer, Consumer<Taken> taken) {
    this.taken = taken;
    this.hearing = recognizer.begin(words -> taken.accept(new Taken.Partial(words)));
  }

  /**
   * Takes {@link Endpoints#STEP} samples.
   *
   * @return false where all has been said
   */
  boolean take(short[] step) {
    level.take(step, step.length);
    Endpoints.Event event = endpoints.take(step);
    if (event == Endpoints.Event.BEGAN) {
      began = true;
      short[] said = endpoints.said();
      hearing.hear(said, said.length);
    } else if (began) {
      hearing.hear(step, step.length);
    } else if (++waited > PATIENCE) {
      return false;
    }
    full = event == Endpoints.Event.TOO_LONG;
    return event != Endpoints.Event.ENDED && !full;
  }

  /** Hark itself could be heard; what was said in that time is not known. */
  void miss() {
    missed |= began;
  }

  /**
   * Tells what was understood.
   *
   * @return what should be known of the sound, besides
   */
  Optional<Sentence> end() {
    if (!began) {
      hearing.abandon();
      taken.accept(
          new Taken.Failed(
              Sentence.of(level.nothing() ? "listen.nothing-heard" : "listen.nobody-spoke")));
      return Optional.empty();
    }
    try {
      Hypothesis words = hearing.end();
      taken.accept(new Taken.Said(words));
    } catch (Fault fault) {
      taken.accept(new Taken.Failed(fault.sentence()));
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.WARNING, "a recogniser failed", e);
      taken.accept(new Taken.Failed(Sentence.of("listen.stumbled")));
    }
    if (full) {
      return Optional.of(Sentence.of("listen.longest", LONGEST));
    }
    return missed ? Optional.of(Sentence.of("listen.spoke-over")) : level.complaint(true);
  }

  /** It is not wanted any more, and nobody is told. */
  void drop() {
    hearing.abandon();
  }

  /**
   * The microphone is gone. What was said until then counts.
   *
   * @return what should be known besides
   */
  Optional<Sentence> cutOff(Sentence why) {
    if (began) {
      var _ = end();
      return Optional.of(why);
    }
    hearing.abandon();
    taken.accept(new Taken.Failed(why));
    return Optional.empty();
  }
}
