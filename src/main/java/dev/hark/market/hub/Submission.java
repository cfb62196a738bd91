package dev.hark.market.hub;

import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.task.Question;
import java.time.Instant;

/**
 * An answer as its requester sees it.
 *
 * @param assignmentId stable id
 * @param groupId the group
 * @param title the group's title
 * @param worker the worker's id; nothing else is known of them
 * @param question what was asked
 * @param answer what was answered, exactly as it came: clean it before it is shown
 * @param state where it stands
 * @param submitted when it arrived
 * @param reward what it pays
 */
public record Submission(
    String assignmentId,
    String groupId,
    String title,
    String worker,
    Question question,
    Answer answer,
    Assignment.State state,
    Instant submitted,
    Money reward) {}
