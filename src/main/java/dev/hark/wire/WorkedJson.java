package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer that a worker handed in.
 *
 * @param assignmentId stable id
 * @param groupId the group it belongs to
 * @param title the group's title
 * @param requesterId whose it is
 * @param requesterName as they call themselves
 * @param reward what an approved answer is paid
 * @param state {@code SUBMITTED}, {@code APPROVED} or {@code REJECTED}
 * @param accepted when the task was taken
 * @param submitted when the answer was handed in
 * @param decided when it was approved or rejected, absent before
 */
public record WorkedJson(
    String assignmentId,
    String groupId,
    String title,
    String requesterId,
    String requesterName,
    MoneyJson reward,
    String state,
    Instant accepted,
    Instant submitted,
    @Nullable Instant decided) {}
