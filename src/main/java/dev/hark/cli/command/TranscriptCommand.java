package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import picocli.CommandLine.Command;

/** {@code hark transcript}: tools for transcripts by several people; they need no hub. */
@Command(
    name = "transcript",
    description = "transcript.command",
    subcommands = {MergeCommand.class, ExportCommand.class, WordErrorsCommand.class})
public final class TranscriptCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("transcript.which"));
  }
}
