package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.PostedGroup;
import dev.hark.market.hub.RequesterDesk;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Changes a group that was posted, and tells how it stands. */
abstract class GroupChangeCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.group")
  private String id = "";

  abstract PostedGroup change(RequesterDesk desk, String groupId);

  abstract Sentence told(String groupId);

  @Override
  protected ExitCode run(Context context) {
    PostedGroup group;
    try (RequesterDesk desk = context.connection().requester()) {
      group = change(desk, id);
    }
    context.output().result(PostedWords.json(group), List.of(told(id), PostedWords.answers(group)));
    return ExitCode.OK;
  }
}
