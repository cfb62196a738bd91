package dev.hark.task;

import java.time.Instant;

/**
 * A task that one worker has accepted.
 *
 * @param id the hub's id
 * @param task the task
 * @param group its group
 * @param accepted when the lease began
 * @param deadline when the lease ends
 * @param state where it stands
 */
public record Assignment(
    String id, Task task, TaskGroup group, Instant accepted, Instant deadline, State state) {

  /** Where an assignment stands. */
  public enum State {
    HELD,
    SUBMITTED,
    APPROVED,
    REJECTED,
    RETURNED,
    EXPIRED
  }
}
