package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An unfinished answer of a worker to a task.
 *
 * @param version grows with every save; an older one never replaces a newer one
 * @param content as the client keeps it
 * @param saved when the hub got it; absent in what a client sends
 * @param assignmentId in which it was written
 * @param taskId the task
 * @param groupId its group
 * @param title the group's title
 * @param deadline when that assignment's time ends or ended
 */
public record DraftJson(
    @Nullable Long version,
    @Nullable String content,
    @Nullable Instant saved,
    @Nullable String assignmentId,
    @Nullable String taskId,
    @Nullable String groupId,
    @Nullable String title,
    @Nullable Instant deadline) {

  /** What a client sends. */
  public static DraftJson of(long version, String content) {
    return new DraftJson(version, content, null, null, null, null, null, null);
  }
}
