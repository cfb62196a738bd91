package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request dismiss}: a rejection stands, whatever the worker said to it. */
@Command(name = "dismiss", description = "cli.command.request-dismiss")
final class DismissCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.overturn.id")
  private String id = "";

  @Option(
      names = "--because",
      required = true,
      paramLabel = "WORDS",
      description = "cli.dismiss.because")
  private String because = "";

  @Override
  protected ExitCode run(Context context) {
    try (RequesterDesk desk = context.connection().requester()) {
      desk.dismiss(id, because);
    }
    context.output().say(Sentence.of("quality.dismissed", id));
    return ExitCode.OK;
  }
}
