package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.HubComparisons;
import dev.hark.wire.ComparedJson;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark dispute ASSIGNMENT WORDS}: says, once, why the text of a piece is wrong. */
@Command(name = "dispute", description = "transcript.command-dispute")
public final class DisputeCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "transcript.option.compared")
  private String id = "";

  @Parameters(index = "1", paramLabel = "WORDS", description = "transcript.option.dispute")
  private String words = "";

  @Override
  protected ExitCode run(Context context) {
    ComparedJson one;
    try (HubComparisons market = context.connection().comparisons()) {
      one = market.dispute(id, words.strip());
    }
    context
        .output()
        .result(
            Map.of("compared", one),
            List.of(Sentence.of("transcript.dispute-sent", one.requester())));
    return ExitCode.OK;
  }
}
