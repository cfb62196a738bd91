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

/** {@code hark hub restore BACKUP}: a hub as its backup has it. */
@Command(name = "restore", description = "cli.command.hub-restore")
final class HubRestoreCommand extends HarkCommand {
  @Parameters(paramLabel = "BACKUP", description = "cli.parameter.backup-from")
  private Path from;

  @Mixin private HubPlaceOptions place = new HubPlaceOptions();

  @Override
  protected ExitCode run(Context context) {
    HubPlace.Copied copied = place.place(context, Optional.empty()).restore(from);
    context
        .output()
        .result(
            Map.of("media", copied.media(), "bytes", copied.bytes()),
            List.of(
                Sentence.of(
                    "operate.restored",
                    place.folder(context).toString(),
                    copied.media(),
                    copied.bytes())));
    return ExitCode.OK;
  }
}
