package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.hub.HubPlace;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hark hub backup DIR}: a copy of a hub on SQLite, while it runs. */
@Command(name = "backup", description = "cli.command.hub-backup")
final class HubBackupCommand extends HarkCommand {
  @Parameters(paramLabel = "BACKUP", description = "cli.parameter.backup-into")
  private Path into;

  @Mixin private HubPlaceOptions place = new HubPlaceOptions();

  @Override
  protected ExitCode run(Context context) {
    HubPlace.Copied copied = place.place(context, Optional.empty()).backUp(into);
    context
        .output()
        .result(
            Map.of("media", copied.media(), "bytes", copied.bytes()),
            List.of(
                Sentence.of("operate.backed-up", into.toString(), copied.media(), copied.bytes())));
    return ExitCode.OK;
  }
}
