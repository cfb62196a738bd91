package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.JobWorkerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code hark request workers JOB}: how the workers of a recording stand to its text, and to
 * themselves.
 */
@Command(name = "workers", description = "transcript.command-workers")
final class JobWorkersCommand extends HarkCommand {
  @Parameters(paramLabel = "JOB", description = "transcript.option.job")
  private String job = "";

  @Override
  protected ExitCode run(Context context) {
    List<JobWorkerJson> workers;
    try (RequesterDesk desk = context.connection().requester()) {
      workers = desk.texts().workers(job);
    }
    List<Sentence> lines = new ArrayList<>();
    workers.forEach(one -> lines.add(line(one)));
    if (lines.isEmpty()) {
      lines.add(Sentence.of("transcript.no-worker"));
    }
    context.output().result(Map.of("workers", workers), lines);
    return ExitCode.OK;
  }

  private static Sentence line(JobWorkerJson one) {
    int close = ComparedWords.percent(one.closeness());
    return one.selfAgreement() == null
        ? Sentence.of("transcript.worker", one.worker(), one.answers(), close)
        : Sentence.of(
            "transcript.worker-twice",
            one.worker(),
            one.answers(),
            close,
            one.repeated(),
            ComparedWords.percent(one.selfAgreement()));
  }
}
