package dev.hark.speech.espeak;

import dev.hark.fault.Sentence;
import dev.hark.speech.Counted;
import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.Skill;
import dev.hark.speech.Synthesizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * eSpeak NG inside this process: its first sample comes within a millisecond. The library is looked
 * for when it is first needed; where there is none, it speaks no language.
 */
public final class NativeEspeakSynthesizer implements Synthesizer {
  private final Map<String, String> environment;
  private final EspeakVoice voice;
  private final int pitch;
  private @Nullable EspeakLibrary library;
  private @Nullable Set<String> languages;

  /**
   * @param environment of the process; see {@link EspeakLibraries#VARIABLE}
   * @param voice whose voice
   * @param pitch percent of the voice's own, 50 to 200
   */
  public NativeEspeakSynthesizer(Map<String, String> environment, EspeakVoice voice, int pitch) {
    this.environment = Map.copyOf(environment);
    this.voice = voice;
    this.pitch = Math.clamp(pitch, 50, 200);
  }

  /** Where the library is that one of these would use; it is loaded. */
  public static Optional<String> place(Map<String, String> environment) {
    return EspeakLibraries.find(environment);
  }

  @Override
  public String name() {
    return EspeakSynthesizer.NAME;
  }

  /** Codes of its languages, ISO 639, sorted; none where the library is not there. */
  public synchronized List<String> languages() {
    return known().stream().sorted().toList();
  }

  private synchronized Set<String> known() {
    if (languages == null) {
      library = EspeakLibraries.find(environment).flatMap(EspeakLibraries::load).orElse(null);
      languages = library == null ? Set.of() : library.languages();
    }
    return languages;
  }

  @Override
  public Set<Skill> skills(Locale language) {
    return EspeakSynthesizer.SKILLS;
  }

  @Override
  public Optional<Sentence> complaint() {
    EspeakLibrary ready = ready();
    return voice.name().isEmpty() || ready.knows(voice.name())
        ? Optional.empty()
        : Optional.of(Sentence.of("speech.unknown-voice", voice.name(), name()));
  }

  @Override
  public boolean speaks(Locale language) {
    return known().contains(language.getLanguage());
  }

  @Override
  public void prepare() {
    known();
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    EspeakLibrary ready = ready();
    int speed = EspeakSynthesizer.speed(rate);
    int height = EspeakSynthesizer.height(pitch);
    String words = PlainText.clean(text);
    String own = voice.of(language);
    Counted counted = new Counted(out);
    try {
      ready.speak(words, own, speed, height, counted);
    } catch (EspeakLibrary.UnknownVoice e) {
      if (own.equals(language.getLanguage())) {
        throw e;
      }
      ready.speak(words, language.getLanguage(), speed, height, counted);
    }
    counted.require(text, name());
  }

  private synchronized EspeakLibrary ready() {
    known();
    if (library == null) {
      throw new IllegalStateException("the library of eSpeak NG is not here");
    }
    return library;
  }

  /** The library stays, for the next voice. */
  @Override
  public void close() {}
}
