package dev.hark.market;

import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.task.RejectionCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A rejected answer.
 *
 * @param assignmentId of the answer
 * @param title the group's title
 * @param requester their name
 * @param answer what was answered
 * @param reward what is not paid
 * @param code why
 * @param reason the same in words
 * @param by who rejected
 * @param rejected when
 * @param answerUntil until when the worker may answer the rejection
 * @param objection the worker's words, where they said some
 * @param dismissal what was said to those, where they changed nothing
 */
public record Rejection(
    String assignmentId,
    String title,
    String requester,
    Answer answer,
    Money reward,
    RejectionCode code,
    String reason,
    By by,
    Instant rejected,
    Instant answerUntil,
    Optional<String> objection,
    Optional<String> dismissal) {

  /** Who rejects. */
  public enum By {
    REQUESTER,
    MODERATOR,
    OPERATOR
  }
}
