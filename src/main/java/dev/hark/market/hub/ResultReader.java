package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.oneOf;
import static dev.hark.market.hub.Nonsense.present;

import dev.hark.task.Assignment;
import dev.hark.wire.TaskResultJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns a hub's results into those of this program. */
final class ResultReader {
  private static final int MOST_PROMPT = 10_000;
  private static final int MOST_LABEL = 500;

  private ResultReader() {}

  static TaskResult result(TaskResultJson json) throws Nonsense {
    List<TaskResult.Given> answers = new ArrayList<>();
    for (TaskResultJson.GivenJson given : present(json.answers(), "answers")) {
      answers.add(given(present(given, "answer")));
    }
    return new TaskResult(
        id(json.taskId(), "task"),
        PlainText.line(present(json.question(), "question").prompt(), MOST_PROMPT),
        answers,
        json.merged() == null ? Optional.empty() : Optional.of(merged(json.merged())));
  }

  private static TaskResult.Given given(TaskResultJson.GivenJson json) throws Nonsense {
    Double weight = json.weight();
    return new TaskResult.Given(
        id(json.assignmentId(), "assignment"),
        id(json.worker(), "worker"),
        present(json.answer(), "answer").toAnswer(),
        oneOf(Assignment.State.class, json.state()),
        present(json.submitted(), "time of submission"),
        weight == null ? OptionalDouble.empty() : OptionalDouble.of(share(weight)));
  }

  private static TaskResult.Merged merged(TaskResultJson.MergedJson json) throws Nonsense {
    return new TaskResult.Merged(
        id(json.option(), "option"),
        PlainText.line(json.label(), MOST_LABEL),
        share(json.probability()),
        (int) Nonsense.within(json.agreeing(), 0, Integer.MAX_VALUE, "agreeing answers"),
        (int) Nonsense.within(json.answers(), 0, Integer.MAX_VALUE, "answers"));
  }

  private static double share(double value) throws Nonsense {
    if (!(value >= 0 && value <= 1)) {
      throw new Nonsense("a share is " + value);
    }
    return value;
  }
}
