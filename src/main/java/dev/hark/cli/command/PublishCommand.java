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

/** {@code hark request publish}: puts a draft on the market. */
@Command(name = "publish", description = "cli.command.request-publish")
final class PublishCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.group")
  private String id = "";

  @Override
  protected ExitCode run(Context context) {
    PostedGroup group;
    try (RequesterDesk desk = context.connection().requester()) {
      group = desk.publishDraft(id);
    }
    context
        .output()
        .result(
            PostedWords.json(group),
            List.of(Sentence.of("posted.published-now", id), PostedWords.answers(group)));
    return ExitCode.OK;
  }
}
