package dev.hark.speech;

import dev.hark.fault.Sentence;
import java.util.Locale;
import java.util.Optional;

/** Stands for an engine that a profile names and that cannot be had: it speaks no language. */
record AbsentSynthesizer(String name, Sentence why) implements Synthesizer {
  @Override
  public boolean speaks(Locale language) {
    return false;
  }

  @Override
  public Optional<Sentence> absence() {
    return Optional.of(why);
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    throw new IllegalStateException(name + " is not here");
  }

  @Override
  public void close() {}
}
