package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.PostedGroup;
import dev.hark.market.hub.RequesterDesk;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request expire}: takes a group off the market. */
@Command(name = "expire", description = "cli.command.request-expire")
final class ExpireCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.group")
  private String id = "";

  @Override
  protected ExitCode run(Context context) {
    PostedGroup group;
    try (RequesterDesk desk = context.connection().requester()) {
      group = desk.expire(id);
    }
    context
        .output()
        .result(
            PostedWords.json(group),
            List.of(Sentence.of("posted.expired-now", id), PostedWords.answers(group)));
    return ExitCode.OK;
  }
}
