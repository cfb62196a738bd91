package dev.hark.speech.freetts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.hark.fault.Sentence;
import dev.hark.speech.Counted;
import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.Synthesizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

  private static final int FIRST_PIECE = 100;
  private static final int PIECE = 240;
  private static final int REHEARSALS = 12;
  private static final String REHEARSAL =
      "Accepted. 6 minutes, until 10:42. Transcribe 8 seconds of speech. Radio Archive, 4.6.";

  private final String voiceName;
  private final int pitch;
  private final PcmPlayer player = new PcmPlayer();
  private String unknown = "";
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

  /**
   * The voice of that name; where there is none, the best one, which then has a complaint.
   *
   * @param voiceName one of {@link #VOICES}, or empty for the best
   */
  public static FreeTtsSynthesizer asked(String voiceName, int pitch) {
    if (voiceName.isEmpty() || VOICES.contains(voiceName)) {
      return new FreeTtsSynthesizer(voiceName.isEmpty() ? VOICES.getFirst() : voiceName, pitch);
    }
    FreeTtsSynthesizer best = new FreeTtsSynthesizer(VOICES.getFirst(), pitch);
    best.unknown = voiceName;
    return best;
  }

  @Override
  public Optional<Sentence> complaint() {
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentence.of("speech.unknown-voice", unknown, name()));
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
    Counted counted = new Counted(out);
    player.start(counted);
    try {
      for (String piece : pieces(text)) {
        if (player.wanted()) {
          ready.speak(piece);
        }
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException("FreeTTS failed", e);
    }
    player.finish();
    counted.require(text, name());
  }

  /** It makes the sound of a sentence at once, so that a long one would be heard late. */
  private static List<String> pieces(String text) {
    return PlainText.pieces(SpelledWords.named(PlainText.clean(text)), FIRST_PIECE, PIECE);
  }

  /** Its code is slow until it has run for a while, which is half a second of a session's start. */
  @Override
  public void rehearse(BooleanSupplier idle) {
    for (int i = 0; i < REHEARSALS && idle.getAsBoolean(); i++) {
      speak(REHEARSAL, Locale.ENGLISH, 180, (_, _, _) -> idle.getAsBoolean());
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
