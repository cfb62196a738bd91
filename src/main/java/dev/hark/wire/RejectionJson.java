package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rejected answer, as its worker and its requester see it.
 *
 * @param assignmentId of the answer
 * @param groupId the group
 * @param title the group's title
 * @param requesterId whose task it was
 * @param requester their name
 * @param worker the worker's stable id
 * @param question what was asked
 * @param answer what was answered
 * @param reward what is not paid
 * @param code why, one of {@code RejectionCode}'s codes
 * @param reason in words
 * @param by who rejected: {@code REQUESTER}, {@code MODERATOR} or {@code OPERATOR}
 * @param rejected when
 * @param answerUntil until when the worker may answer the rejection
 * @param objection the worker's words, absent where they said nothing
 * @param objected when they said it
 * @param dismissal what was said to that, where it changed nothing; absent where nothing was
 * @param dismissed when that was said
 */
public record RejectionJson(
    String assignmentId,
    String groupId,
    String title,
    String requesterId,
    String requester,
    String worker,
    QuestionJson question,
    AnswerJson answer,
    MoneyJson reward,
    String code,
    String reason,
    String by,
    Instant rejected,
    Instant answerUntil,
    @Nullable String objection,
    @Nullable Instant objected,
    @Nullable String dismissal,
    @Nullable Instant dismissed) {

  /** The same, with another id for its worker. */
  public RejectionJson by(String other) {
    return new RejectionJson(
        assignmentId,
        groupId,
        title,
        requesterId,
        requester,
        other,
        question,
        answer,
        reward,
        code,
        reason,
        by,
        rejected,
        answerUntil,
        objection,
        objected,
        dismissal,
        dismissed);
  }
}
