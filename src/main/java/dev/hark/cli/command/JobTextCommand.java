package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.hub.TextDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code hark request transcript JOB}: the text of a recording as it is now, or a round about what
 * is unsure.
 */
@Command(name = "transcript", description = "transcript.command-request")
final class JobTextCommand extends HarkCommand {
  @Parameters(paramLabel = "JOB", description = "transcript.option.job")
  private String job = "";

  @Mixin private TranscriptWriting writing = new TranscriptWriting();

  @Mixin private VerifyOptions verifying = new VerifyOptions();

  @Override
  protected ExitCode run(Context context) {
    writing.check();
    TextDesk.Text text;
    try (RequesterDesk desk = context.connection().requester()) {
      if (verifying.wanted()) {
        verifying.post(context, desk, job);
        return ExitCode.OK;
      }
      text = desk.texts().transcript(job);
    }
    writing.write(context, text.transcript(), text.recording());
    return ExitCode.OK;
  }
}
