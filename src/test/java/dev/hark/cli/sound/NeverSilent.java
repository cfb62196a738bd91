package dev.hark.cli.sound;

import dev.hark.speech.Pcm;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.util.Locale;

/** A real voice whose pauses hum, so that every silence that is heard came in on the way. */
final class NeverSilent implements Synthesizer {
  private static final short HUM = 300;

  private final FreeTtsSynthesizer voice = new FreeTtsSynthesizer();

  @Override
  public String name() {
    return "hum";
  }

  @Override
  public boolean speaks(Locale language) {
    return voice.speaks(language);
  }

  @Override
  public void prepare() {
    voice.prepare();
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    voice.speak(
        text,
        language,
        rate,
        (samples, length, samplesPerSecond) -> {
          short[] loud = samples.clone();
          for (int i = 0; i < length; i++) {
            loud[i] = Math.abs(loud[i]) < HUM ? HUM : loud[i];
          }
          return out.write(loud, length, samplesPerSecond);
        });
  }

  @Override
  public void close() {
    voice.close();
  }
}
