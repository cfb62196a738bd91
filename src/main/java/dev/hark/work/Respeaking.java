package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.task.Question;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is said in place of typed. What a recogniser understands is in the draft as soon
 * as it is known, and is read back once all is said; meanwhile nothing is spoken, or the microphone
 * would hear it.
 */
final class Respeaking {
  private static final int MOST_NAMED = 6;

  private final Session session;
  private final Answering answering;
  private final Sounds sounds;
  private final Runnable save;
  private final Reading reading;

  /** What was said or cleared, the last first. */
  private final Deque<Change> changes = new ArrayDeque<>();

  /** Grows with each recording; what comes from an earlier one is too late. */
  private int recording;

  /** What is said now adds to this; absent while nobody speaks. */
  private @Nullable String speakingAfter;

  private int speakingIn;
  private boolean over;

  /**
   * A change that can be taken back.
   *
   * @param after the text then, to notice what was changed since
   */
  private record Change(Answering.Words before, String after) {}

  /**
   * @param save keeps the answer after each change
   */
  Respeaking(Session session, Answering answering, Sounds sounds, Runnable save, Reading reading) {
    this.session = session;
    this.answering = answering;
    this.sounds = sounds;
    this.save = save;
    this.reading = reading;
  }

  /**
   * Begins, or ends where somebody speaks already.
   *
   * @param language of what is said
   */
  void act(Optional<Locale> language) {
    Optional<Microphone> microphone = session.microphone();
    if (answering.part() instanceof Question.Choice) {
      session.say().answer("session.choose-by-number");
    } else if (microphone.isEmpty()) {
      session.say().answer("session.no-microphone");
    } else if (microphone.get().dictating()) {
      SpokenWords.finish(session, microphone.get());
    } else {
      begin(microphone.get(), language);
    }
  }

  private void begin(Microphone microphone, Optional<Locale> language) {
    sounds.silence();
    String text = answering.text().strip();
    int part = answering.number();
    int mine = ++recording;
    speakingAfter = text;
    speakingIn = part;
    microphone.dictate(language, taken -> session.hear(() -> take(mine, taken, text, part)));
  }

  /** The answer is handed in or given back; what is still on its way to it is dropped. */
  void end() {
    over = true;
    session.microphone().ifPresent(Microphone::drop);
  }

  private void take(int from, Microphone.Taken taken, String former, int part) {
    if (over || from != recording) {
      return;
    }
    if (taken.isLast()) {
      speakingAfter = null;
    }
    int now = answering.number();
    answering.goTo(part);
    switch (taken) {
      case Microphone.Taken.Began _ ->
          session.say().answer(former.isEmpty() ? "session.speak" : "session.speak-on");
      case Microphone.Taken.Partial(Hypothesis words) -> write(former, words);
      case Microphone.Taken.Said(Hypothesis words) -> done(former, words);
      case Microphone.Taken.Failed(Sentence why) -> {
        session.say().answer(why);
        session.say().answer("session.speak-again");
      }
    }
    answering.goTo(now);
  }

  private void write(String former, Hypothesis words) {
    answering.text(former);
    answering.recognised(
        words.text(), words.words().stream().map(Hypothesis.Word::confidence).toList());
    save.run();
  }

  private void done(String former, Hypothesis words) {
    if (words.isEmpty()) {
      answering.text(former);
      save.run();
      session.say().answer("session.nothing-understood");
      return;
    }
    List<Hypothesis.Word> said = words.words();
    answering.text(former);
    Answering.Words before = answering.words();
    write(former, words);
    changes.push(new Change(before, answering.text()));
    reading.say(Sentence.of("session.respoken", words.text()));
    List<String> unsure =
        said.stream()
            .filter(word -> word.confidence() < Doubts.UNSURE)
            .map(Hypothesis.Word::text)
            .toList();
    if (!unsure.isEmpty()) {
      session
          .say()
          .answer(
              unsure.size() > MOST_NAMED ? "session.unsure-many" : "session.unsure",
              unsure.subList(0, Math.min(MOST_NAMED, unsure.size())));
    }
  }

  /**
   * Who speaks has no use for typing, and says the answer.
   *
   * @param fromNothing whether the answer is emptied, so that what is said next is all of it
   */
  void inPlaceOfTyping(boolean fromNothing) {
    if (!fromNothing || answering.text().isBlank()) {
      session.say().answer("session.say-answer");
      return;
    }
    changes.push(new Change(answering.words(), ""));
    answering.text("");
    save.run();
    session.say().answer("session.cleared");
  }

  /**
   * Takes the last that was said or cleared back, or what is being said; false where there is none,
   * or where it was changed since.
   */
  boolean takeBack() {
    String speaking = speakingAfter;
    if (speaking != null) {
      stop(speaking);
      return true;
    }
    Change last = changes.peek();
    if (last == null
        || last.before().part() != answering.number()
        || !last.after().equals(answering.text())) {
      return false;
    }
    changes.pop();
    answering.restore(last.before());
    putBack("session.taken-back");
    return true;
  }

  private void stop(String former) {
    recording++;
    speakingAfter = null;
    session.microphone().ifPresent(Microphone::drop);
    int now = answering.number();
    answering.goTo(speakingIn);
    answering.text(former);
    putBack("session.stopped");
    answering.goTo(now);
  }

  /**
   * @param told key of what is said where there is no answer yet; with -to where there is one
   */
  private void putBack(String told) {
    String former = answering.text();
    save.run();
    session.say().answer(former.isEmpty() ? told : told + "-to", former);
  }
}
