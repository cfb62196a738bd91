package dev.hark.hub;

import dev.hark.wire.AnswerJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.QuestionJson.OptionJson;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Groups of tasks that ask for yes, no or perhaps. */
final class Choices {
  static final List<String> OPTIONS = List.of("yes", "no", "perhaps");

  private Choices() {}

  static NewTaskGroupJson group(int tasks, int copies) {
    return new NewTaskGroupJson(
        "Say whether it fits",
        "QUESTIONNAIRE",
        "en",
        new MoneyJson(5, "EUR"),
        360,
        List.of(),
        List.of(),
        copies,
        null,
        IntStream.range(0, tasks).mapToObj(i -> task("Task " + i, null)).toList());
  }

  static NewTaskJson task(String prompt, @Nullable String known) {
    return new NewTaskJson(
        new QuestionJson(
            "choice",
            prompt,
            List.of(),
            OPTIONS.stream().map(id -> new OptionJson(id, "Option " + id)).toList(),
            null),
        known == null ? null : option(known));
  }

  static AnswerJson option(String id) {
    return new AnswerJson(null, id, null);
  }
}
