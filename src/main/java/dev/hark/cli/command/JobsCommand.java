package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark request jobs}: recordings that are written down, and how far each is. */
@Command(name = "jobs", description = "transcript.command-jobs")
final class JobsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<JobProgressJson> jobs;
    try (RequesterDesk desk = context.connection().requester()) {
      jobs = desk.texts().progress();
    }
    List<Sentence> lines = new ArrayList<>();
    jobs.forEach(one -> lines.addAll(lines(one)));
    if (lines.isEmpty()) {
      lines.add(Sentence.of("transcript.no-job"));
    }
    context.output().result(Map.of("jobs", jobs), lines);
    return ExitCode.OK;
  }

  private static List<Sentence> lines(JobProgressJson one) {
    JobJson job = one.job();
    return List.of(
        Sentence.of(
            job.closed() == null ? "transcript.job-open" : "transcript.job-done",
            job.name(),
            job.id(),
            one.done(),
            job.pieces(),
            one.answersIn(),
            one.paid().toMoney()),
        Sentence.of("transcript.job-text", one.words(), one.expectedErrors(), one.unsure()));
  }
}
