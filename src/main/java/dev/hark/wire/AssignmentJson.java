package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that one worker has accepted.
 *
 * @param id stable id
 * @param taskId the task
 * @param group its group
 * @param question what it asks
 * @param state {@code HELD}, {@code SUBMITTED}, {@code APPROVED}, {@code REJECTED}, {@code
 *     RETURNED} or {@code EXPIRED}
 * @param accepted when
 * @param deadline when the lease ends
 * @param answer what was submitted, absent before
 * @param reason why it was rejected, absent elsewhere
 * @param redo what is asked to be done again, while there is time for it; the state is {@code HELD}
 *     then, and the answer is the one from before
 * @param draft what the worker last saved of an answer to the task, while they hold it
 */
public record AssignmentJson(
    String id,
    String taskId,
    TaskGroupJson group,
    QuestionJson question,
    String state,
    Instant accepted,
    Instant deadline,
    @Nullable AnswerJson answer,
    @Nullable String reason,
    @Nullable RedoJson redo,
    @Nullable DraftJson draft) {}
