package dev.hark.hub.quality;

import dev.hark.hub.store.Sha256;
import dev.hark.task.Answer;
import dev.hark.task.Question;
import java.util.List;
import java.util.Optional;

/**
 * A task that asks for one of several options.
 *
 * @param id the task's
 * @param pool the tasks that are estimated together: those of a group with the same options
 * @param options by id, in the order of the question
 * @param known the known answer, where there is one
 */
public record ChoiceTask(String id, String pool, List<String> options, Optional<String> known) {
  private static final int SHORT = 12;

  public ChoiceTask {
    options = List.copyOf(options);
  }

  /** Empty where the question is no choice. */
  public static Optional<ChoiceTask> of(
      String id, String groupId, Question question, Optional<Answer> gold) {
    if (!(question instanceof Question.Choice choice)) {
      return Optional.empty();
    }
    List<String> options = choice.options().stream().map(Question.Option::id).toList();
    String alike = Sha256.of(String.join("\n", options.stream().sorted().toList()));
    return Optional.of(
        new ChoiceTask(
            id,
            groupId + ":" + alike.substring(0, SHORT),
            options,
            gold.flatMap(
                known ->
                    known instanceof Answer.Choice(String option)
                        ? Optional.of(option)
                        : Optional.empty())));
  }
}
