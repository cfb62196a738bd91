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

/** {@code hark hub backup DIR}: a copy of a hub on SQLite, while it runs. */
@Command(name = "backup", description = "cli.command.hub-backup")
final class HubBackupCommand extends HarkCommand {
  @Parameters(paramLabel = "BACKUP", description = "cli.parameter.backup-into")
  private Path into;

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
            .backUp(into);
    context
        .output()
        .result(
            Map.of("media", copied.media(), "bytes", copied.bytes()),
            List.of(
                Sentence.of("operate.backed-up", into.toString(), copied.media(), copied.bytes())));
    return ExitCode.OK;
  }
}
