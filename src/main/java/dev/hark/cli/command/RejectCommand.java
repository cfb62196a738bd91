package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.task.RejectionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request reject}: no, with a reason from the list and words. */
@Command(name = "reject", description = "cli.command.request-reject")
final class RejectCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.id")
  private String id = "";

  @Option(names = "--because", paramLabel = "CODE", description = "cli.request.because")
  private String because = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "cli.request.reason")
  private String reason = "";

  @Option(names = "--not-again", description = "cli.request.not-again")
  private boolean notAgain;

  @Override
  protected ExitCode run(Context context) {
    RejectionCode code =
        RejectionCode.ofCode(because)
            .orElseThrow(
                () ->
                    new Fault.Usage(
                        Sentence.of(
                            "quality.which-code", String.join(", ", RejectionCode.codes()))));
    try (RequesterDesk desk = context.connection().requester()) {
      desk.reject(id, code, reason, !notAgain);
    }
    context.output().say(Sentence.of("cli.rejected", id));
    return ExitCode.OK;
  }
}
