package dev.hark.cli;

import dev.hark.speech.VoiceFiles;
import dev.hark.speech.VoiceProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which voice speaks, by the settings. */
public final class VoiceChoice {
  /** The voice that needs no file. */
  public static final VoiceProfile BUILT_IN =
      new VoiceProfile("default", "", "freetts", "kevin16", Locale.ENGLISH, 180, 100, 100);

  private VoiceChoice() {}

  /** The voices of the installation and of the user. */
  public static VoiceFiles files(Context context) {
    String home = System.getProperty("hark.home", System.getProperty("hark.root", "."));
    return new VoiceFiles(
        List.of(Path.of(home).resolve("voices"), context.folders().config().resolve("voices")));
  }

  /**
   * The voice of the settings, else the usual one of the language, at the rate of the settings.
   *
   * @throws dev.hark.fault.Fault.BadFile where there is none, or its file has a fault
   */
  public static VoiceProfile chosen(Context context) {
    String name =
        context
            .settings()
            .get(Setting.VOICE)
            .orElseGet(() -> VoiceFiles.usual(context.wording().locale()));
    VoiceProfile profile = files(context).load(name);
    Optional<Integer> rate = context.settings().get(Setting.RATE).map(Integer::parseInt);
    return rate.map(own -> withRate(profile, own)).orElse(profile);
  }

  private static VoiceProfile withRate(VoiceProfile profile, int rate) {
    return new VoiceProfile(
        profile.name(),
        profile.sentence(),
        profile.engine(),
        profile.voice(),
        profile.language(),
        rate,
        profile.pitch(),
        profile.volume());
  }
}
