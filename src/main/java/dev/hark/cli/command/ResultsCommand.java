package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.hub.TaskResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request results}: what came of a group's tasks. */
@Command(name = "results", description = "cli.command.request-results")
final class ResultsCommand extends HarkCommand {
  @Parameters(paramLabel = "GROUP", description = "cli.results.group")
  private String group = "";

  @Option(names = "--csv", description = "cli.results.csv")
  private boolean csv;

  @Override
  protected ExitCode run(Context context) {
    List<TaskResult> results;
    try (RequesterDesk desk = context.connection().requester()) {
      results = desk.results(group);
    }
    if (csv) {
      context.output().text(ResultsCsv.of(results));
    } else {
      context
          .output()
          .result(
              Map.of("results", results.stream().map(ResultsCommand::json).toList()),
              results.stream().map(ResultsCommand::line).toList());
    }
    return ExitCode.OK;
  }

  private static Sentence line(TaskResult one) {
    if (one.answers().isEmpty()) {
      return Sentence.of("quality.result-none", one.prompt());
    }
    return one.merged()
        .map(
            merged ->
                Sentence.of(
                    "quality.result",
                    one.prompt(),
                    merged.label(),
                    // Never surer than it is: 99.9 is not 100.
                    (int) Math.floor(100 * merged.probability()),
                    merged.agreeing(),
                    merged.answers()))
        .orElseGet(
            () ->
                Sentence.of(
                    "quality.result-answers",
                    one.prompt(),
                    String.join(
                        " | ",
                        one.answers().stream()
                            .map(given -> DraftsCommand.words(given.answer()))
                            .toList())));
  }

  private static Map<String, Object> json(TaskResult one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("taskId", one.taskId());
    json.put("prompt", one.prompt());
    json.put("answers", one.answers().stream().map(ResultsCommand::json).toList());
    one.merged().ifPresent(merged -> json.put("merged", merged));
    return json;
  }

  private static Map<String, Object> json(TaskResult.Given given) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assignmentId", given.assignmentId());
    json.put("worker", given.worker());
    json.put("answer", DraftsCommand.words(given.answer()));
    json.put("state", given.state());
    json.put("submitted", given.submitted());
    given.weight().ifPresent(weight -> json.put("weight", weight));
    return json;
  }
}
