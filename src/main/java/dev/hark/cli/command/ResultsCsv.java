package dev.hark.cli.command;

import dev.hark.market.hub.TaskResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as comma-separated values (RFC 4180), a line for each answer. */
final class ResultsCsv {
  private static final String HEAD =
      "task,prompt,merged,probability,assignment,worker,answer,state,submitted,weight";

  private ResultsCsv() {}

  static String of(List<TaskResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    for (TaskResult one : results) {
      String merged = one.merged().map(TaskResult.Merged::option).orElse("");
      String probability = one.merged().map(some -> share(some.probability())).orElse("");
      for (TaskResult.Given given : one.answers()) {
        lines.add(
            String.join(
                ",",
                one.taskId(),
                cell(one.prompt()),
                cell(merged),
                probability,
                given.assignmentId(),
                given.worker(),
                cell(DraftsCommand.words(given.answer())),
                given.state().name(),
                given.submitted().toString(),
                given.weight().isPresent() ? share(given.weight().getAsDouble()) : ""));
      }
    }
    return String.join("\r\n", lines);
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A sheet would run a cell that begins like a formula. */
  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\-\\t].*") ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
