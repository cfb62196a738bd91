package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.VoiceChoice;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Engines;
import dev.hark.speech.Purpose;
import dev.hark.speech.VoiceFiles;
import dev.hark.speech.VoiceProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark voices}: the profiles that can be chosen, and the engines of this machine. */
@Command(name = "voices", description = "cli.command.voices")
public final class VoicesCommand extends HarkCommand {
  /** More languages than this are counted, and only the person's own is named. */
  private static final int FEW = 6;

  private final List<Sentence> lines = new ArrayList<>();
  private boolean faulty;

  @Override
  protected ExitCode run(Context context) {
    List<VoiceProfile> profiles = profiles(context);
    List<Engines.Found> engines = Engines.find(context.environment().variables());
    alike(engines).forEach(engine -> engine(engine, context.wording().locale()));
    Map<Purpose, VoiceProfile> chosen =
        VoiceChoice.usable(
            context,
            fault -> {
              faulty = true;
              context.output().progress(fault);
            });
    chosen.forEach((purpose, profile) -> lines.add(Sentence.of(key(purpose), profile.name())));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("voices", profiles);
    json.put("engines", engines);
    Map<String, String> names = new LinkedHashMap<>();
    chosen.forEach((purpose, profile) -> names.put(word(purpose), profile.name()));
    json.put("chosen", names);
    context.output().result(json, lines);
    return faulty ? ExitCode.BAD_FILE : ExitCode.OK;
  }

  private List<VoiceProfile> profiles(Context context) {
    VoiceFiles files = VoiceChoice.files(context);
    List<VoiceProfile> profiles = new ArrayList<>();
    for (String name : files.names()) {
      try {
        VoiceProfile profile = files.load(name);
        profiles.add(profile);
        lines.add(Sentence.of("cli.voice", profile.name(), profile.sentences()));
      } catch (Fault.BadFile fault) {
        faulty = true;
        context.output().progress(fault.sentence());
      }
    }
    return profiles;
  }

  /** A library and a program that speak the same are one voice. */
  private static List<Engines.Found> alike(List<Engines.Found> engines) {
    Map<List<Object>, Engines.Found> told = new LinkedHashMap<>();
    for (Engines.Found engine : engines) {
      told.merge(
          List.of(engine.name(), engine.languages(), engine.voices()),
          engine,
          (one, other) ->
              new Engines.Found(
                  one.name(), one.place() + ", " + other.place(), one.voices(), one.languages()));
    }
    return List.copyOf(told.values());
  }

  private void engine(Engines.Found engine, Locale own) {
    List<String> languages = engine.languages();
    if (languages.isEmpty()) {
      lines.add(Sentence.of("cli.engine-mute", engine.name(), place(engine)));
    } else if (languages.size() <= FEW) {
      List<Locale> named = languages.stream().map(Locale::of).toList();
      lines.add(Sentence.of("cli.engine", engine.name(), place(engine), named));
    } else {
      String key =
          languages.contains(own.getLanguage()) ? "cli.engine-many" : "cli.engine-many-without";
      lines.add(Sentence.of(key, engine.name(), place(engine), languages.size(), own));
    }
    if (!engine.voices().isEmpty()) {
      lines.add(Sentence.of("cli.engine-voices", engine.name(), engine.voices()));
    }
  }

  private static Object place(Engines.Found engine) {
    return engine.place().equals("embedded") ? Sentence.of("cli.engine-embedded") : engine.place();
  }

  private static String key(Purpose purpose) {
    return switch (purpose) {
      case INTERFACE -> "cli.voice-now";
      case TASK -> "cli.voice-tasks-now";
      case READ_BACK -> "cli.voice-read-back-now";
    };
  }

  private static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
