package dev.hark.journal;

import java.time.Instant;

/**
 * An answer that was begun and not handed in.
 *
 * @param taskId the task it answers; the key
 * @param groupId the task's group
 * @param assignmentId the assignment it was typed in
 * @param title the group's title, so that it can be named without the hub
 * @param content the unfinished answer as text; the session decides its form
 * @param saved when it was last changed
 * @param deadline when its assignment's time ends or ended
 */
public record Draft(
    String taskId,
    String groupId,
    String assignmentId,
    String title,
    String content,
    Instant saved,
    Instant deadline) {}
