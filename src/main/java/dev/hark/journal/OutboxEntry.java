package dev.hark.journal;

import dev.hark.task.Answer;
import dev.hark.task.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer on its way to the marketplace.
 *
 * @param key idempotency key, made once
 * @param assignmentId what it answers
 * @param taskId the task
 * @param title the group's title
 * @param reward what it pays
 * @param answer what is sent
 * @param queued when it was put here
 * @param state where it stands
 * @param refusal the refusal's code, where it was refused
 */
public record OutboxEntry(
    String key,
    String assignmentId,
    String taskId,
    String title,
    Money reward,
    Answer answer,
    Instant queued,
    State state,
    Optional<String> refusal) {

  /** Where an answer on its way stands. */
  public enum State {
    /** Not confirmed by the marketplace; will be sent again. */
    WAITING,
    /** The marketplace has it. */
    CONFIRMED,
    /** The marketplace said no for good; the words are kept. */
    REFUSED
  }
}
