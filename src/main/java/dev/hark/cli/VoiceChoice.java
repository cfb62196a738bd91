package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Purpose;
import dev.hark.speech.VoiceFiles;
import dev.hark.speech.VoiceProfile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which voice speaks, by the settings. */
public final class VoiceChoice {
  /** The voice that needs no file. */
  public static final VoiceProfile BUILT_IN =
      new VoiceProfile("default", "", "freetts", "kevin16", Locale.ENGLISH, 180, 100, 100);

  /** Which setting names the voice of a purpose of its own. */
  private static final Map<Purpose, Setting> OWN =
      Map.of(Purpose.TASK, Setting.VOICE_TASKS, Purpose.READ_BACK, Setting.VOICE_READ_BACK);

  private VoiceChoice() {}

  /** The voices of the installation and of the user. */
  public static VoiceFiles files(Context context) {
    String home = System.getProperty("hark.home", System.getProperty("hark.root", "."));
    return new VoiceFiles(
        List.of(Path.of(home).resolve("voices"), context.folders().config().resolve("voices")));
  }

  /**
   * The interface's voice: that of the settings, else the usual one of the language, at the rate of
   * the settings.
   *
   * @throws Fault.BadFile where there is none, or its file has a fault
   */
  public static VoiceProfile chosen(Context context) {
    String name =
        context
            .settings()
            .get(Setting.VOICE)
            .orElseGet(() -> VoiceFiles.usual(context.wording().locale()));
    VoiceProfile profile = files(context).load(name);
    Optional<Integer> rate = context.settings().get(Setting.RATE).map(Integer::parseInt);
    return rate.map(profile::at).orElse(profile);
  }

  /**
   * The voices of the settings, one for each purpose that has its own.
   *
   * @throws Fault.BadFile where one is not there, or its file has a fault
   */
  public static Map<Purpose, VoiceProfile> each(Context context) {
    return each(
        context,
        fault -> {
          throw fault;
        });
  }

  /**
   * Like {@link #each(Context)}; but where a file has a fault, that is told, and a voice without a
   * file speaks, or the interface's.
   */
  public static Map<Purpose, VoiceProfile> usable(Context context, Consumer<Sentence> told) {
    return each(context, fault -> told.accept(fault.sentence()));
  }

  private static Map<Purpose, VoiceProfile> each(Context context, Consumer<Fault.BadFile> faulty) {
    Map<Purpose, VoiceProfile> voices = new EnumMap<>(Purpose.class);
    voices.put(Purpose.INTERFACE, BUILT_IN);
    load(voices, Purpose.INTERFACE, () -> chosen(context), faulty);
    OWN.forEach(
        (purpose, setting) ->
            context
                .settings()
                .get(setting)
                .ifPresent(name -> load(voices, purpose, () -> files(context).load(name), faulty)));
    return voices;
  }

  private static void load(
      Map<Purpose, VoiceProfile> voices,
      Purpose purpose,
      Supplier<VoiceProfile> file,
      Consumer<Fault.BadFile> faulty) {
    try {
      voices.put(purpose, file.get());
    } catch (Fault.BadFile fault) {
      faulty.accept(fault);
    }
  }
}
