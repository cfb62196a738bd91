package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.Rejection;
import dev.hark.market.RejectionWords;
import dev.hark.market.hub.RequesterDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark request objections}: what workers say to rejections. */
@Command(name = "objections", description = "cli.command.request-objections")
final class ObjectionsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<Rejection> objections;
    try (RequesterDesk desk = context.connection().requester()) {
      objections = desk.objections();
    }
    List<Sentence> lines = new ArrayList<>();
    objections.forEach(
        one -> lines.addAll(RejectionWords.toRequester(one, DraftsCommand.words(one.answer()))));
    if (lines.isEmpty()) {
      lines.add(Sentence.of("quality.no-objections"));
    }
    context
        .output()
        .result(
            Map.of("objections", objections.stream().map(RejectedCommand::json).toList()), lines);
    return ExitCode.OK;
  }
}
