package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.Rejection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark object ASSIGNMENT WORDS}: answers a rejection, once. */
@Command(name = "object", description = "cli.command.object")
public final class ObjectCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "cli.object.id")
  private String id = "";

  @Parameters(index = "1", paramLabel = "WORDS", description = "cli.object.words")
  private String words = "";

  @Override
  protected ExitCode run(Context context) {
    Rejection rejection = context.market().object(id, words.strip());
    context.output().say(Sentence.of("quality.objected", rejection.requester()));
    return ExitCode.OK;
  }
}
