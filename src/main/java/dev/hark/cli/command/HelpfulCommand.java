package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark helpful REVIEW}: says that a review helped. */
@Command(name = "helpful", description = "commons.command.helpful")
public final class HelpfulCommand extends HarkCommand {
  @Parameters(paramLabel = "REVIEW", description = "commons.param.review")
  private String review = "";

  @Option(names = "--not", description = "commons.option.not")
  private boolean not;

  @Override
  protected ExitCode run(Context context) {
    try (ReviewDesk desk = context.connection().reviews(Tokens.Role.WORKER)) {
      desk.helpful(review, !not);
    }
    context.output().say(Sentence.of(not ? "commons.taken-back" : "commons.said-helpful"));
    return ExitCode.OK;
  }
}
