package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request answer-review REVIEW WORDS}: answers a review, once. */
@Command(name = "answer-review", description = "commons.command.answer-review")
final class AnswerReviewCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "REVIEW", description = "commons.param.review")
  private String review = "";

  @Parameters(index = "1", paramLabel = "WORDS", description = "commons.param.answer")
  private String words = "";

  @Override
  protected ExitCode run(Context context) {
    try (ReviewDesk desk = context.connection().reviews(Tokens.Role.REQUESTER)) {
      desk.answer(review, words.strip());
    }
    context.output().say(Sentence.of("commons.answered"));
    return ExitCode.OK;
  }
}
