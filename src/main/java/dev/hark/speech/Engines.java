package dev.hark.speech;

import dev.hark.fault.Sentence;
import dev.hark.speech.dispatcher.DispatcherServer;
import dev.hark.speech.dispatcher.DispatcherSettings;
import dev.hark.speech.dispatcher.DispatcherSynthesizer;
import dev.hark.speech.espeak.EspeakLibraries;
import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.espeak.EspeakVoice;
import dev.hark.speech.espeak.NativeEspeakSynthesizer;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.mac.SaySynthesizer;
import dev.hark.speech.silent.SilentSynthesizer;
import dev.hark.speech.windows.WindowsSynthesizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The voice engines of this machine. */
public final class Engines {
  /** Their names, as a voice profile may ask for them. */
  public static final List<String> NAMES =
      List.of(
          "freetts",
          "espeak-ng",
          DispatcherSynthesizer.NAME,
          SaySynthesizer.NAME,
          WindowsSynthesizer.NAME,
          "silent");

  /**
   * An engine that was found.
   *
   * @param place {@code embedded}, or where its program, library or server is
   * @param voices its voices, where it names a few
   * @param languages ISO 639 codes, sorted; none where it does not answer
   */
  public record Found(String name, String place, List<String> voices, List<String> languages) {}

  private final Map<String, String> environment;
  private final VoiceProfile profile;
  private final boolean device;

  private Engines(Map<String, String> environment, VoiceProfile profile, boolean device) {
    this.environment = environment;
    this.profile = profile;
    this.device = device;
  }

  /**
   * Which engines there are; takes at most two seconds or so.
   *
   * @param environment of the process, for PATH and for where a speech server is
   */
  public static List<Found> find(Map<String, String> environment) {
    return EngineSearch.all(environment);
  }

  /** Like the other, where sound is to be heard. */
  public static List<Synthesizer> forProfile(
      VoiceProfile profile, Map<String, String> environment) {
    return forProfile(profile, environment, true);
  }

  /**
   * The engines for a speech queue: the profile's first, the others behind it, in an order that
   * rather takes what sounds on the same device.
   *
   * @param environment of the process, for PATH and for where a speech server is
   * @param device whether sound is to be heard, so that an engine with a device of its own may be
   *     used
   */
  public static List<Synthesizer> forProfile(
      VoiceProfile profile, Map<String, String> environment, boolean device) {
    if (profile.engine().equals("silent")) {
      return List.of(new SilentSynthesizer());
    }
    Engines here = new Engines(environment, profile, device);
    List<Synthesizer> engines = new ArrayList<>(here.named(profile.engine()));
    if (engines.isEmpty()) {
      engines.add(here.absent(profile.engine()));
    }
    for (String name : NAMES) {
      if (!name.equals(profile.engine())) {
        engines.addAll(here.named(name));
      }
    }
    return List.copyOf(engines);
  }

  private List<Synthesizer> named(String name) {
    return switch (name) {
      case "freetts" -> List.of(freeTts());
      case "espeak-ng" -> espeak();
      case DispatcherSynthesizer.NAME -> dispatcher();
      case SaySynthesizer.NAME -> say();
      case WindowsSynthesizer.NAME -> windows();
      default -> List.of();
    };
  }

  private Synthesizer absent(String name) {
    boolean elsewhere = name.equals(DispatcherSynthesizer.NAME) && !device;
    String why = elsewhere ? "speech.no-files" : "speech.no-engine";
    return new AbsentSynthesizer(name, Sentence.of(why, name));
  }

  private boolean chosen(String name) {
    return profile.engine().equals(name);
  }

  private String voice(String engine) {
    return chosen(engine) ? profile.voice() : "";
  }

  private Synthesizer freeTts() {
    return FreeTtsSynthesizer.asked(voice("freetts"), profile.pitch());
  }

  /** In this process where its library is here, and behind that as a process of its own. */
  private List<Synthesizer> espeak() {
    List<Synthesizer> both = new ArrayList<>();
    EspeakVoice voice =
        chosen("espeak-ng")
            ? new EspeakVoice(profile.voice(), profile.language())
            : EspeakVoice.ANY;
    if (EspeakLibraries.mayBeHere(environment)) {
      both.add(new NativeEspeakSynthesizer(environment, voice, profile.pitch()));
    }
    EspeakSynthesizer.find(environment.getOrDefault("PATH", ""))
        .ifPresent(program -> both.add(new EspeakSynthesizer(program, voice, profile.pitch())));
    return both;
  }

  private List<Synthesizer> dispatcher() {
    boolean chosen = chosen(DispatcherSynthesizer.NAME);
    DispatcherServer server = new DispatcherServer(environment);
    boolean here = chosen ? server.installed() : server.present().isPresent();
    if (!here || !device) {
      return List.of();
    }
    DispatcherSettings settings =
        new DispatcherSettings(
            voice(DispatcherSynthesizer.NAME),
            profile.language(),
            profile.pitch(),
            profile.volume());
    return List.of(new DispatcherSynthesizer(environment, settings));
  }

  private List<Synthesizer> say() {
    return SaySynthesizer.find(environment)
        .<Synthesizer>map(
            program -> new SaySynthesizer(program, voice(SaySynthesizer.NAME), own(environment)))
        .stream()
        .toList();
  }

  private List<Synthesizer> windows() {
    return WindowsSynthesizer.find(environment)
        .<Synthesizer>map(
            program -> new WindowsSynthesizer(program, voice(WindowsSynthesizer.NAME)))
        .stream()
        .toList();
  }

  /** The language that the person's system is in. */
  static Locale own(Map<String, String> environment) {
    String lang = environment.getOrDefault("LANG", "");
    return lang.matches("[a-z]{2,3}([_.@].*)?")
        ? Locale.of(lang.replaceAll("[_.@].*", ""))
        : Locale.getDefault();
  }
}
