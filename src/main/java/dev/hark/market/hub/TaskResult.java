package dev.hark.market.hub;

import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of a task, for its requester.
 *
 * @param taskId stable id
 * @param prompt what it asks
 * @param answers the oldest first
 * @param merged what they say together, where it is a choice that somebody answered
 */
public record TaskResult(
    String taskId, String prompt, List<Given> answers, Optional<Merged> merged) {
  public TaskResult {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param assignmentId stable id
   * @param worker the worker's id
   * @param answer exactly as it came: clean it before it is shown
   * @param state where it stands
   * @param submitted when it arrived
   * @param weight how probable it is that this worker is right, where the answer counts
   */
  public record Given(
      String assignmentId,
      String worker,
      Answer answer,
      Assignment.State state,
      Instant submitted,
      OptionalDouble weight) {}

  /**
   * What the answers say together.
   *
   * @param option id of the most probable option
   * @param label what it says
   * @param probability that it is right, 0 to 1
   * @param agreeing how many answers say so
   * @param answers how many count
   */
  public record Merged(
      String option, String label, double probability, int agreeing, int answers) {}
}
