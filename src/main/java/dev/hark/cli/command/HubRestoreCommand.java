package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.HubPlace;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark hub restore BACKUP}: a hub as its backup has it. */
@Command(name = "restore", description = "cli.command.hub-restore")
final class HubRestoreCommand extends HarkCommand {
  @Parameters(paramLabel = "BACKUP", description = "cli.parameter.backup-from")
  private Path from;

  @Option(names = "--data", paramLabel = "DIR", description = "cli.option.data")
  private @Nullable Path data;

  @Option(names = "--db", paramLabel = "URL", description = "cli.option.db")
  private @Nullable String db;

  @Option(names = "--media", paramLabel = "DIR", description = "cli.option.media")
  private @Nullable Path media;

  @Override
  protected ExitCode run(Context context) {
    Path folder = data == null ? Connection.hubFolder(context.folders()) : data;
    HubPlace.Copied copied =
        HubPlace.of(folder, Optional.ofNullable(db), Optional.ofNullable(media), Optional.empty())
            .restore(from);
    context
        .output()
        .result(
            Map.of("media", copied.media(), "bytes", copied.bytes()),
            List.of(
                Sentence.of(
                    "operate.restored", folder.toString(), copied.media(), copied.bytes())));
    return ExitCode.OK;
  }
}
