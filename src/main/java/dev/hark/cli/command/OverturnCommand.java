package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request overturn}: approves and pays what was rejected. */
@Command(name = "overturn", description = "cli.command.request-overturn")
final class OverturnCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.overturn.id")
  private String id = "";

  @Override
  protected ExitCode run(Context context) {
    try (RequesterDesk desk = context.connection().requester()) {
      desk.overturn(id);
    }
    context.output().say(Sentence.of("quality.overturned", id));
    return ExitCode.OK;
  }
}
