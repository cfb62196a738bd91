package dev.hark.cli.command;

import dev.hark.audio.SoundOutput;
import dev.hark.audio.device.DeviceInput;
import dev.hark.audio.device.DeviceOutput;
import dev.hark.audio.device.Devices;
import dev.hark.audio.device.SystemChoice;
import dev.hark.audio.files.FileInput;
import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.RecognizerChoice;
import dev.hark.cli.Setting;
import dev.hark.cli.VoiceChoice;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.RatingSources;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Journal;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Marketplace;
import dev.hark.market.hub.HubAccounts;
import dev.hark.speech.Engines;
import dev.hark.speech.VoiceFiles;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Recognizers;
import dev.hark.speech.listen.vosk.VoskModel;
import dev.hark.voice.MicrophoneCheck;
import dev.hark.work.Microphone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark doctor}: what this computer has, a line each, with what to do where it lacks. */
@Command(name = "doctor", description = "cli.command.doctor")
public final class DoctorCommand extends HarkCommand {
  private static final Duration LOOK = Duration.ofSeconds(2);

  @Option(names = "--microphone", description = "cli.option.microphone")
  private boolean microphone;

  @Option(names = "--sound-from", paramLabel = "FILE", description = "cli.option.sound-from")
  private @Nullable Path soundFrom;

  private final Map<String, Object> json = new LinkedHashMap<>();
  private final List<Sentence> lines = new ArrayList<>();
  private boolean ill;

  @Override
  protected ExitCode run(Context context) {
    look(context, "sound", () -> sound(context));
    look(context, "inputs", () -> inputs(context));
    look(context, "voices", () -> voices(context));
    look(context, "recognizers", () -> recognizers(context));
    if (microphone || soundFrom != null) {
      look(context, "microphone", () -> microphone(context));
    }
    look(context, "hub", () -> hub(context));
    look(context, "ratings", () -> ratings(context));
    look(context, "journal", () -> journal(context));
    look(context, "filters", () -> filters(context));
    look(
        context,
        "folders",
        () ->
            Sentence.of(
                "cli.doctor.folders",
                context.folders().made().config().toString(),
                context.folders().data().toString(),
                context.folders().cache().toString()));
    context.output().result(json, lines);
    return ill ? ExitCode.NO : ExitCode.OK;
  }

  private Sentence microphone(Context context) {
    MicrophoneCheck heard;
    if (soundFrom == null) {
      context.output().progress(Sentence.of("cli.doctor.speak", Microphone.CHECK));
      // What is wrong with its name stands in the line about inputs.
      heard =
          MicrophoneCheck.of(
              new DeviceInput(context.settings().get(Setting.MICROPHONE_DEVICE), _ -> {}));
    } else {
      try (FileInput file = new FileInput(soundFrom)) {
        heard = MicrophoneCheck.of(file);
      }
    }
    ill |= !heard.good();
    return Sentence.of("cli.doctor.microphone", heard.told());
  }

  private void look(Context context, String what, Supplier<Sentence> examination) {
    Sentence found;
    try {
      found = examination.get();
    } catch (Fault fault) {
      ill = true;
      found = Sentence.of("cli.doctor.fault." + what, fault.sentence());
    }
    lines.add(found);
    json.put(what, context.wording().say(found));
  }

  private static Sentence sound(Context context) {
    List<String> devices = Devices.find(LOOK).map(Devices.Found::outputs).orElse(List.of());
    Optional<String> chosen = context.settings().get(Setting.SOUND_DEVICE);
    try (SoundOutput output = DeviceOutput.open(chosen, _ -> {})) {
      if (output.kind() != SoundOutput.Kind.DEVICE) {
        return Sentence.of("cli.doctor.no-sound");
      }
      if (devices.size() <= 1) {
        return Sentence.of("cli.doctor.sound");
      }
      Optional<String> system = chosen.isEmpty() ? SystemChoice.output() : Optional.empty();
      return system
          .map(plays -> Sentence.of("cli.doctor.sounds-system", devices, plays))
          .orElseGet(() -> Sentence.of("cli.doctor.sounds", devices));
    }
  }

  private static Sentence inputs(Context context) {
    List<String> inputs = Devices.find(LOOK).map(Devices.Found::inputs).orElse(List.of());
    Optional<String> wanted = context.settings().get(Setting.MICROPHONE_DEVICE);
    if (inputs.isEmpty()) {
      return Sentence.of("cli.doctor.no-inputs");
    }
    if (wanted.isEmpty()) {
      return SystemChoice.input()
          .map(listens -> Sentence.of("cli.doctor.inputs-system", inputs, listens))
          .orElseGet(() -> Sentence.of("cli.doctor.inputs", inputs));
    }
    return Devices.input(wanted.get())
        .map(used -> Sentence.of("cli.doctor.input-named", inputs, used))
        .orElseGet(
            () ->
                Sentence.of(
                    "cli.doctor.fault.inputs",
                    Sentence.of("listen.no-such-microphone", wanted.get(), inputs)));
  }

  private static Sentence voices(Context context) {
    VoiceFiles files = VoiceChoice.files(context);
    files.names().forEach(files::load);
    List<Engines.Found> found = Engines.find(context.environment().variables());
    String language = context.wording().locale().getLanguage();
    String names = String.join(", ", found.stream().map(Engines.Found::name).distinct().toList());
    boolean speaks = found.stream().anyMatch(engine -> engine.languages().contains(language));
    return Sentence.of(speaks ? "cli.doctor.voices" : "cli.doctor.no-voice", names);
  }

  private static Sentence recognizers(Context context) {
    Optional<VoskModel> model = RecognizerChoice.of(context);
    model.ifPresent(VoskModel::require);
    Optional<Sentence> unknown = model.flatMap(VoskModel::unknownLanguage);
    if (unknown.isPresent()) {
      throw new Fault.BadFile(unknown.get(), null);
    }
    List<Recognizer> engines =
        new Recognizers(context.environment().variables(), model).dictations();
    boolean understands =
        engines.stream().anyMatch(engine -> engine.understands(context.wording().locale()));
    String known = model.isEmpty() ? "cli.doctor.recognizers-no-vosk" : "cli.doctor.recognizers";
    return Sentence.of(
        understands ? known : "cli.doctor.no-recognizer",
        String.join(", ", engines.stream().map(Recognizer::name).toList()));
  }

  private static Sentence hub(Context context) {
    Optional<String> named = context.hub();
    Optional<String> address = named.or(() -> Connection.running(context.folders()));
    if (address.isEmpty()) {
      return Sentence.of("cli.doctor.hub-own");
    }
    try (HubAccounts hub = new HubAccounts(address.get())) {
      Marketplace.About about = hub.about();
      return Sentence.of("cli.doctor.hub", about.name(), address.get());
    }
  }

  private static Sentence ratings(Context context) {
    Optional<String> address = context.settings().get(Setting.REVIEWS);
    if (address.isEmpty()) {
      return Sentence.of("cli.doctor.ratings-market");
    }
    RatingSources.examine(
        context.folders(), address.get(), context.settings().get(Setting.REVIEWS_KIND));
    return Sentence.of("cli.doctor.ratings", address.get());
  }

  private static Sentence journal(Context context) {
    Path file = context.folders().made().data().resolve("journal.db");
    SqliteJournal.Opened opened = SqliteJournal.open(file, "doctor");
    try (Journal journal = opened.journal()) {
      journal.drafts();
      return opened.notice().orElseGet(() -> Sentence.of("cli.doctor.journal", file.toString()));
    }
  }

  private static Sentence filters(Context context) {
    var folders = Choosing.filters(context);
    List<String> names = List.copyOf(folders.files().keySet());
    names.forEach(folders::filter);
    return names.isEmpty()
        ? Sentence.of("cli.doctor.no-filters")
        : Sentence.of("cli.doctor.filters", String.join(", ", names));
  }
}
