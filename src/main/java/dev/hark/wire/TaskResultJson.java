package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a task.
 *
 * @param taskId the task
 * @param question what it asks
 * @param answers what workers handed in, the oldest first
 * @param merged what they say together, absent where it is no choice or nothing counts
 */
public record TaskResultJson(
    String taskId, QuestionJson question, List<GivenJson> answers, @Nullable MergedJson merged) {

  /**
   * One answer.
   *
   * @param assignmentId of the answer
   * @param worker the worker's stable id
   * @param answer what they answered
   * @param state {@code SUBMITTED}, {@code APPROVED} or {@code REJECTED}
   * @param submitted when
   * @param weight how probable it is that an answer of this worker is right, 0 to 1; absent where
   *     the answer does not count
   */
  public record GivenJson(
      String assignmentId,
      String worker,
      AnswerJson answer,
      String state,
      Instant submitted,
      @Nullable Double weight) {

    /** The same answer by the id that somebody else knows the worker by. */
    public GivenJson by(String other) {
      return new GivenJson(assignmentId, other, answer, state, submitted, weight);
    }
  }

  /**
   * What the answers say together.
   *
   * @param option id of the most probable option
   * @param label what it says
   * @param probability that it is right, 0 to 1
   * @param agreeing how many answers say so
   * @param answers how many count
   */
  public record MergedJson(
      String option, String label, double probability, int agreeing, int answers) {}
}
