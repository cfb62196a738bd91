package dev.hark.speech.freetts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.hark.speech.Pcm;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.UnspeakableTextException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS, inside this process: English only, 16 bit, 16 kHz ({@code kevin16}) or 8 kHz ({@code
 * kevin}). To be used by one thread; several may each have their own.
 */
public final class FreeTtsSynthesizer implements Synthesizer {
  /** The voices there are, best first. */
  public static final List<String> VOICES = List.of("kevin16", "kevin");

  private static final Logger ENGINE_LOG = Logger.getLogger("com.sun.speech.freetts");

  /** Measured over long texts: asked for 150 words a minute, it speaks 185. */
  private static final double RATE_CORRECTION = 150.0 / 185;

  private static final float OWN_PITCH_HZ = 100;

  private final String voiceName;
  private final int pitch;
  private final PcmPlayer player = new PcmPlayer();
  private @Nullable Voice voice;

  /** The 16 kHz voice at its own pitch. */
  public FreeTtsSynthesizer() {
    this("kevin16", 100);
  }

  /**
   * @param voiceName one of {@link #VOICES}
   * @param pitch percent of the voice's own, 50 to 200
   * @throws IllegalArgumentException where there is no such voice
   */
  public FreeTtsSynthesizer(String voiceName, int pitch) {
    if (!VOICES.contains(voiceName)) {
      throw new IllegalArgumentException("no voice " + voiceName);
    }
    this.voiceName = voiceName;
    this.pitch = Math.clamp(pitch, 50, 200);
  }

  @Override
  public String name() {
    return "freetts";
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("en");
  }

  /** Loads the voice, which takes a third of a second the first time. */
  @Override
  public void prepare() {
    loaded();
  }

  private Voice loaded() {
    Voice ready = voice;
    if (ready == null) {
      ENGINE_LOG.setLevel(Level.OFF);
      ready = find();
      ready.setAudioPlayer(player);
      ready.allocate();
      ready.setPitch(OWN_PITCH_HZ * pitch / 100);
      voice = ready;
    }
    return ready;
  }

  private Voice find() {
    for (Voice candidate : new KevinVoiceDirectory().getVoices()) {
      if (candidate.getName().equals(voiceName)) {
        return candidate;
      }
    }
    throw new IllegalStateException("FreeTTS lacks its voice " + voiceName);
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    Voice ready = loaded();
    ready.setRate((float) (rate * RATE_CORRECTION));
    player.start(out);
    try {
      ready.speak(EnglishText.speakable(text));
    } catch (RuntimeException e) {
      throw new IllegalStateException("FreeTTS failed", e);
    }
    if (player.finish() == 0 && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      throw new UnspeakableTextException(name());
    }
  }

  @Override
  public void close() {
    if (voice != null) {
      voice.deallocate();
      voice = null;
    }
  }
}
