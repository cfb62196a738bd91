package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.voice.Ear;
import dev.hark.voice.Host;
import dev.hark.voice.Phrasebook;
import dev.hark.voice.Voices;
import dev.hark.wording.Wording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A session that is spoken to. */
abstract class SpokenFixture extends SessionFixture {
  final FedMicrophone microphone = new FedMicrophone();
  private final Deque<Supplier<String>> understood = new ArrayDeque<>();
  int loaded;

  /** What happens while a recogniser is loaded. */
  Runnable beforeLoading = () -> {};

  /** What was stopped of what Hark said. */
  final List<String> stopped = new CopyOnWriteArrayList<>();

  /** The languages of recognisers that write answers down, in the order they were made. */
  final List<String> writers = new CopyOnWriteArrayList<>();

  /** Whether Hark speaks. */
  volatile boolean audible;

  /** Whether the microphone does not hear it then. */
  boolean headphones = true;

  /** Understands one thing after another, whatever is said. */
  private final class Scripted implements Recognizer, Recognizer.Hearing {
    @Override
    public String name() {
      return "pocketsphinx";
    }

    @Override
    public boolean understands(Locale language) {
      return true;
    }

    @Override
    public void prepare() {
      loaded++;
      beforeLoading.run();
      heard.accept(new Heard(Sentence.of("listen.listening"), Priority.PROGRESS));
    }

    @Override
    public Hearing begin(Consumer<Hypothesis> partial) {
      return this;
    }

    @Override
    public void hear(short[] samples, int length) {}

    @Override
    public Hypothesis end() {
      Supplier<String> next = understood.poll();
      String text = next == null ? "" : next.get();
      return text.isEmpty()
          ? Hypothesis.NOTHING
          : new Hypothesis(
              Stream.of(text.split(" ", -1)).map(word -> new Hypothesis.Word(word, 1)).toList());
    }

    @Override
    public void abandon() {}

    @Override
    public void close() {
      throw new IllegalStateException("closed badly");
    }
  }

  private Recognizer writer(Locale language) {
    if (language.equals(Locale.GERMAN)) {
      throw new Fault.BadFile(Sentence.of("listen.no-dictation", language), null);
    }
    writers.add(language.getLanguage());
    return new Scripted();
  }

  private final class Told implements Host {
    @Override
    public void say(Sentence sentence, Priority priority) {
      heard.accept(new Heard(sentence, priority));
    }

    @Override
    public void answered() {}

    @Override
    public void giveWay() {
      stopped.add("all but alerts");
    }

    @Override
    public void silence() {
      stopped.add("all");
    }

    @Override
    public boolean audible() {
      return audible;
    }
  }

  final Ear ear(boolean handsFree) {
    start();
    Phrasebook book = Phrasebook.of(Wording.of(Locale.ENGLISH));
    Ear ear =
        new Ear(
            microphone,
            new Voices(Scripted::new, this::writer, book),
            session,
            new Told(),
            handsFree,
            headphones);
    open.add(ear);
    session.hearBy(ear);
    ear.start();
    microphone.silence(100);
    return ear;
  }

  /** Understands only once it was told that this takes a while. */
  final String slowly(String words) {
    untilHeard("Writing.");
    return words;
  }

  final void untilHeard(String words) {
    try {
      heard.waitFor(words);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String fails() {
    throw new IllegalStateException("no path was left");
  }

  final void say(Supplier<String> what) {
    understood.add(what);
    microphone.speak();
  }

  /** Says a command, and waits for what is heard then. */
  final void command(String phrase, String answer) throws InterruptedException {
    heard.take();
    say(() -> phrase);
    heard.waitFor(answer);
  }

  /** Says words that are no command, up to a long pause. */
  final void dictated(String words, String answer) throws InterruptedException {
    heard.take();
    say(() -> words);
    microphone.silence(2000);
    heard.waitFor(answer);
  }
}
