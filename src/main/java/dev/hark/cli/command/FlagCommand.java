package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark flag REVIEW REASON}: asks that a review be hidden. */
@Command(name = "flag", description = "commons.command.flag")
public final class FlagCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "REVIEW", description = "commons.param.review")
  private String review = "";

  @Parameters(index = "1", paramLabel = "REASON", description = "commons.param.reason")
  private String reason = "";

  @Override
  protected ExitCode run(Context context) {
    try (ReviewDesk desk = context.connection().reviews(Tokens.Role.WORKER)) {
      desk.flag(review, reason.strip());
    }
    context.output().say(Sentence.of("commons.flagged"));
    return ExitCode.OK;
  }
}
