package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request delete}: hides a group for good. */
@Command(name = "delete", description = "cli.command.request-delete")
final class DeleteCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.group")
  private String id = "";

  @Override
  protected ExitCode run(Context context) {
    try (RequesterDesk desk = context.connection().requester()) {
      desk.delete(id);
    }
    context
        .output()
        .result(
            Map.of("groupId", id, "state", "DELETED"), List.of(Sentence.of("posted.deleted", id)));
    return ExitCode.OK;
  }
}
