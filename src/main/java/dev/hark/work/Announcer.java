package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.wording.Spelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands what is said to the front end, and remembers the answer to the last key. */
final class Announcer {
  private static final int SLOWER = 80;
  private static final int SLOWEST = 50;

  private final Consumer<Heard> listener;
  private final List<Heard> lastAnswer = new ArrayList<>();
  private boolean fresh;
  private boolean recorded;
  private int pace = 100;

  Announcer(Consumer<Heard> listener) {
    this.listener = listener;
  }

  /** The next {@link #answer} begins a new answer, which a repeat then gives whole. */
  synchronized void newKey() {
    fresh = true;
  }

  synchronized void answer(String key, Object... args) {
    answer(Sentence.of(key, args));
  }

  void answer(Sentence sentence) {
    answer(new Heard(sentence, Priority.ANSWER));
  }

  /** An answer in words of the requester's, which are of this language. */
  void task(Locale language, Sentence sentence) {
    answer(new Heard(sentence, Priority.ANSWER, Purpose.TASK, Optional.of(language)));
  }

  /** An answer that reads back the person's own words, which are of this language. */
  void readBack(Locale language, Sentence sentence) {
    answer(new Heard(sentence, Priority.ANSWER, Purpose.READ_BACK, Optional.of(language)));
  }

  private synchronized void answer(Heard answer) {
    if (fresh) {
      lastAnswer.clear();
      fresh = false;
      pace = 100;
    }
    Heard told = recorded ? answer.of("session.respoken") : answer;
    recorded = false;
    lastAnswer.add(told);
    listener.accept(told);
  }

  /** A recording is over; the sound of that goes with the next answer. */
  synchronized void recorded() {
    recorded = true;
  }

  synchronized void alert(Sentence sentence) {
    listener.accept(new Heard(sentence, Priority.ALERT));
  }

  void progress(String key, Object... args) {
    progress(Sentence.of(key, args));
  }

  synchronized void progress(Sentence sentence) {
    listener.accept(new Heard(sentence, Priority.PROGRESS));
  }

  /** Nothing goes on until something has come. */
  synchronized void waits(Sentence sentence) {
    listener.accept(new Heard(sentence, Priority.WAIT));
  }

  synchronized void news(Sentence sentence) {
    listener.accept(new Heard(sentence, Priority.BACKGROUND));
  }

  /** Says the last answer again. */
  synchronized void repeat() {
    requireAnswer();
    lastAnswer.forEach(listener);
  }

  /** Says the last answer again, slower each time, down to half the speed. */
  synchronized void slower() {
    requireAnswer();
    pace = Math.max(pace * SLOWER / 100, SLOWEST);
    lastAnswer.forEach(heard -> listener.accept(heard.at(pace)));
  }

  /** Spells the last answer, word by word, in the voice and the language that it was said in. */
  synchronized void spell() {
    requireAnswer();
    for (Heard heard : lastAnswer) {
      Sentence spelled = Sentence.of("session.spelled", new Spelled(heard.sentence()));
      listener.accept(new Heard(spelled, Priority.ANSWER, heard.purpose(), heard.language()));
    }
  }

  private void requireAnswer() {
    if (lastAnswer.isEmpty()) {
      listener.accept(new Heard(Sentence.of("session.nothing-to-repeat"), Priority.ANSWER));
    }
  }
}
