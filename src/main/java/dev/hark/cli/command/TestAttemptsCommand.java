package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.QualificationDesk.Attempt;
import dev.hark.market.hub.RequesterDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request qualifications attempts}: who took a test, when, and what came of it. */
@Command(name = "attempts", description = "qualify.command.attempts")
final class TestAttemptsCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "qualify.option.id-desk")
  private String id = "";

  @Override
  protected ExitCode run(Context context) {
    List<Attempt> attempts;
    try (RequesterDesk desk = context.connection().requester()) {
      attempts = desk.qualifications().attempts(id);
    }
    context
        .output()
        .result(
            Map.of("attempts", attempts.stream().map(TestAttemptsCommand::json).toList()),
            attempts.isEmpty()
                ? List.of(Sentence.of("qualify.attempt.none"))
                : attempts.stream().map(TestAttemptsCommand::told).toList());
    return ExitCode.OK;
  }

  private static Sentence told(Attempt one) {
    long points = one.points().orElse(0L);
    return switch (one.state()) {
      case PASSED ->
          Sentence.of(
              "qualify.attempt.passed",
              one.worker(),
              one.started(),
              points,
              one.most(),
              one.value().orElse(0L));
      case FAILED ->
          Sentence.of("qualify.attempt.failed", one.worker(), one.started(), points, one.most());
      case OPEN -> Sentence.of("qualify.attempt.open", one.worker(), one.started(), one.deadline());
      case EXPIRED -> Sentence.of("qualify.attempt.expired", one.worker(), one.started());
    };
  }

  private static Map<String, Object> json(Attempt one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("worker", one.worker());
    json.put("number", one.number());
    json.put("state", one.state());
    json.put("started", one.started());
    json.put("deadline", one.deadline());
    one.points().ifPresent(points -> json.put("points", points));
    json.put("most", one.most());
    one.value().ifPresent(value -> json.put("value", value));
    return json;
  }
}
