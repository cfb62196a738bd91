package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.ComparedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark request disputes}: what workers say to the texts of recordings. */
@Command(name = "disputes", description = "transcript.command-disputes")
final class DisputesCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<ComparedJson> disputes;
    try (RequesterDesk desk = context.connection().requester()) {
      disputes = desk.texts().disputes();
    }
    List<Sentence> lines = new ArrayList<>();
    disputes.forEach(one -> lines.addAll(ComparedWords.toJudge(one)));
    if (lines.isEmpty()) {
      lines.add(Sentence.of("transcript.no-dispute"));
    }
    context.output().result(Map.of("disputes", disputes), lines);
    return ExitCode.OK;
  }
}
