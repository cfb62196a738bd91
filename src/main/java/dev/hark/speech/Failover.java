package dev.hark.speech;

import dev.hark.fault.Sentence;
import dev.hark.speech.silent.SilentSynthesizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Chooses who speaks: the first engine that knows the language and has not failed, and silence
 * where there is none. Used by the queue's thread.
 */
final class Failover {
  private final List<EngineThread> alive = new ArrayList<>();
  private final EngineThread silent = new EngineThread(new SilentSynthesizer());
  private final Consumer<Sentence> news;
  private final Set<String> told;
  private final Set<String> toldOfEngines = new HashSet<>();
  private boolean toldUnspeakable;
  private volatile boolean playsItself;

  /**
   * @param told languages for which it was said that there is no voice
   */
  Failover(List<? extends Synthesizer> engines, Consumer<Sentence> news, Set<String> told) {
    this.news = news;
    this.told = told;
    for (Synthesizer engine : engines) {
      alive.add(new EngineThread(engine));
    }
    lookWhoPlaysItself();
    if (!alive.isEmpty()) {
      alive.getFirst().prepare(news);
    }
  }

  /** Whether an engine that has not failed speaks the language. */
  boolean speaks(Locale language) {
    return alive.stream().anyMatch(candidate -> candidate.engine().speaks(language));
  }

  /**
   * @param tried engines that could not say this text
   */
  EngineThread choose(Locale language, Set<EngineThread> tried) {
    for (EngineThread candidate : alive) {
      if (candidate.engine().speaks(language) && !tried.contains(candidate)) {
        tellWhoIsAbsent(candidate);
        return candidate;
      }
    }
    if (tried.isEmpty() && !alive.isEmpty() && told.add(language.getLanguage())) {
      news.accept(Sentence.of("speech.no-voice", Locale.of(language.getLanguage())));
    }
    return silent;
  }

  private void tellWhoIsAbsent(EngineThread chosen) {
    for (EngineThread before : alive.subList(0, alive.indexOf(chosen))) {
      Synthesizer engine = before.engine();
      if (!engine.name().equals(chosen.engine().name())) {
        engine.absence().ifPresent(why -> tellOnce(engine, why));
      }
    }
  }

  private void tellOnce(Synthesizer engine, Sentence what) {
    if (toldOfEngines.add(engine.name())) {
      news.accept(what);
    }
  }

  /** An engine spoke a text to its end. */
  void spoke(EngineThread engine) {
    if (engine != silent) {
      toldUnspeakable = false;
    }
  }

  /**
   * An engine made no sound of a text. Who says it in its place is told once; that nobody does,
   * once until something is spoken again.
   *
   * @param tried that engine, and who made none before
   */
  void unspeakable(EngineThread engine, Locale language, Set<EngineThread> tried) {
    EngineThread next = choose(language, tried);
    Synthesizer mute = engine.engine();
    if (next != silent && !next.engine().name().equals(mute.name())) {
      tellOnce(mute, Sentence.of("speech.no-sound", mute.name(), next.engine().name()));
    } else if (next == silent && !toldUnspeakable) {
      toldUnspeakable = true;
      news.accept(Sentence.of("speech.cannot-say"));
    }
  }

  /** Retires an engine, and says who goes on. */
  void failed(EngineThread engine, Locale language) {
    alive.remove(engine);
    engine.abandon();
    lookWhoPlaysItself();
    String name = engine.engine().name();
    for (EngineThread next : alive) {
      if (next.engine().speaks(language)) {
        // Its program goes on for its library: the voice is the same.
        if (!next.engine().name().equals(name)) {
          news.accept(Sentence.of("speech.engine-failed", name, next.engine().name()));
        }
        return;
      }
    }
    told.add(language.getLanguage());
    news.accept(Sentence.of("speech.none-left", name));
  }

  /** Whether there is an engine that is heard whatever the output is. Any thread may ask. */
  boolean playsItself() {
    return playsItself;
  }

  private void lookWhoPlaysItself() {
    playsItself = alive.stream().anyMatch(candidate -> candidate.engine().playsItself());
  }

  void close() {
    alive.forEach(EngineThread::leave);
    silent.leave();
  }
}
