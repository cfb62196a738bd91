package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.VoiceChoice;
import dev.hark.fault.Sentence;
import dev.hark.speech.VoiceFiles;
import dev.hark.speech.VoiceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark voices}: the voices that can be chosen. */
@Command(name = "voices", description = "cli.command.voices")
public final class VoicesCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    VoiceFiles files = VoiceChoice.files(context);
    List<VoiceProfile> profiles = files.names().stream().map(files::load).toList();
    List<Sentence> lines = new ArrayList<>();
    for (VoiceProfile profile : profiles) {
      lines.add(Sentence.of("cli.voice", profile.name(), profile.sentence()));
    }
    lines.add(Sentence.of("cli.voice-now", VoiceChoice.chosen(context).name()));
    context.output().result(Map.of("voices", profiles), lines);
    return ExitCode.OK;
  }
}
