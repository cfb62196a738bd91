package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request redo}: asks the worker to do it again, instead of rejecting. */
@Command(name = "redo", description = "cli.command.request-redo")
final class RedoCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.id")
  private String id = "";

  @Option(names = "--words", required = true, paramLabel = "TEXT", description = "cli.redo.words")
  private String words = "";

  @Option(names = "--hours", paramLabel = "HOURS", description = "cli.redo.hours")
  private int hours = 24;

  @Override
  protected ExitCode run(Context context) {
    if (hours < 1 || hours > 168) {
      throw new Fault.Usage(Sentence.of("quality.redo-hours"));
    }
    try (RequesterDesk desk = context.connection().requester()) {
      desk.redo(id, words.strip(), Duration.ofHours(hours));
    }
    context.output().say(Sentence.of("quality.redo-sent", Duration.ofHours(hours)));
    return ExitCode.OK;
  }
}
