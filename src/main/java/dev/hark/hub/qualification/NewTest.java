package dev.hark.hub.qualification;

import dev.hark.task.Answer;
import dev.hark.task.Question;
import dev.hark.wire.NewQualificationJson.StepJson;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A test to set up.
 *
 * @param form its questions
 * @param key by question, in the form's order
 * @param time from start to hand-in
 * @param passMark points that are needed; empty where there are steps
 * @param steps values by points; empty where there is a pass mark
 */
public record NewTest(
    Question.Form form,
    List<List<Keyed>> key,
    Duration time,
    OptionalLong passMark,
    List<StepJson> steps) {
  public NewTest {
    key = key.stream().map(List::copyOf).toList();
    steps = List.copyOf(steps);
  }

  /**
   * An answer that earns points.
   *
   * @param answer compared as known answers of tasks are
   * @param points at least 1
   */
  public record Keyed(Answer answer, long points) {}

  /** The most that can be earned. */
  long points() {
    return key.stream().mapToLong(NewTest::best).sum();
  }

  static long best(List<Keyed> answers) {
    return answers.stream().mapToLong(Keyed::points).max().orElse(0);
  }
}
