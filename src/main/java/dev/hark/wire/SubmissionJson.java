package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as its requester sees it.
 *
 * @param assignmentId stable id
 * @param groupId the group
 * @param title the group's title
 * @param worker the worker's id, the same for ever and for this requester only; nothing else is
 *     known of them
 * @param question what was asked
 * @param answer what was answered
 * @param state {@code SUBMITTED}, {@code APPROVED} or {@code REJECTED}
 * @param submitted when
 * @param reward what it pays
 * @param decidedAs how it was decided: {@code HAND}, {@code GOLD}, {@code AGREEMENT}, {@code DELAY}
 *     or {@code OVERTURNED}; absent before
 * @param redoUntil until when the worker is asked to do it again; absent where they are not
 * @param taskId the task
 * @param annotation the requester's own words about the group, absent where there are none
 * @param taskAnnotation the requester's own words about the task, absent where there are none
 */
public record SubmissionJson(
    String assignmentId,
    String groupId,
    String title,
    String worker,
    QuestionJson question,
    AnswerJson answer,
    String state,
    Instant submitted,
    MoneyJson reward,
    @Nullable String decidedAs,
    @Nullable Instant redoUntil,
    @Nullable String taskId,
    @Nullable String annotation,
    @Nullable String taskAnnotation) {

  /** The same, with another id for its worker. */
  public SubmissionJson by(String other) {
    return new SubmissionJson(
        assignmentId,
        groupId,
        title,
        other,
        question,
        answer,
        state,
        submitted,
        reward,
        decidedAs,
        redoUntil,
        taskId,
        annotation,
        taskAnnotation);
  }
}
