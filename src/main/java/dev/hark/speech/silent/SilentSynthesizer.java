package dev.hark.speech.silent;

import dev.hark.speech.Pcm;
import dev.hark.speech.Synthesizer;
import java.util.Locale;

/** Says nothing, in every language, and never fails. */
public final class SilentSynthesizer implements Synthesizer {
  @Override
  public String name() {
    return "silent";
  }

  @Override
  public boolean speaks(Locale language) {
    return true;
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {}

  @Override
  public void close() {}
}
