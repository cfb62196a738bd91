package dev.hark.speech;

import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.silent.SilentSynthesizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The voice engines of this machine. */
public final class Engines {
  private Engines() {}

  /**
   * An engine that was found.
   *
   * @param place {@code embedded}, or where its program is
   * @param voices its voices, where it names any
   * @param languages ISO 639 codes
   */
  public record Found(String name, String place, List<String> voices, List<String> languages) {}

  /**
   * Which engines there are; takes at most two seconds or so.
   *
   * @param environment of the process, for PATH
   */
  public static List<Found> find(Map<String, String> environment) {
    List<Found> found = new ArrayList<>();
    found.add(new Found("freetts", "embedded", FreeTtsSynthesizer.VOICES, List.of("en")));
    espeak(environment)
        .ifPresent(
            program -> {
              List<String> languages = new EspeakSynthesizer(program, "", 100).languages();
              found.add(
                  new Found(
                      "espeak-ng",
                      program.toString(),
                      List.of(),
                      languages.stream().distinct().sorted().toList()));
            });
    return List.copyOf(found);
  }

  private static Optional<Path> espeak(Map<String, String> environment) {
    return EspeakSynthesizer.find(environment.getOrDefault("PATH", ""));
  }

  /**
   * The engines for a speech queue: the profile's first, the others behind it.
   *
   * @param environment of the process, for PATH
   */
  public static List<Synthesizer> forProfile(
      VoiceProfile profile, Map<String, String> environment) {
    if (profile.engine().equals("silent")) {
      return List.of(new SilentSynthesizer());
    }
    boolean embedded = profile.engine().equals("freetts");
    List<Synthesizer> engines = new ArrayList<>();
    String kevin =
        embedded && FreeTtsSynthesizer.VOICES.contains(profile.voice())
            ? profile.voice()
            : "kevin16";
    engines.add(new FreeTtsSynthesizer(kevin, profile.pitch()));
    espeak(environment)
        .ifPresent(
            program -> {
              String voice = embedded ? "" : profile.voice();
              engines.add(embedded ? 1 : 0, new EspeakSynthesizer(program, voice, profile.pitch()));
            });
    return engines;
  }
}
