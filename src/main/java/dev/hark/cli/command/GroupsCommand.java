package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.PostedGroup;
import dev.hark.market.hub.RequesterDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark request groups}: what was posted, and how far it is. */
@Command(name = "groups", description = "cli.command.request-groups")
final class GroupsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<PostedGroup> groups;
    try (RequesterDesk desk = context.connection().requester()) {
      groups = desk.groups();
    }
    List<Sentence> lines = new ArrayList<>(groups.stream().map(PostedWords::of).toList());
    if (lines.isEmpty()) {
      lines.add(Sentence.of("posted.none"));
    }
    context
        .output()
        .result(Map.of("groups", groups.stream().map(PostedWords::json).toList()), lines);
    return ExitCode.OK;
  }
}
