package dev.hark.task;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that one worker has accepted.
 *
 * @param id the hub's id
 * @param task the task
 * @param group its group
 * @param accepted when the lease began
 * @param deadline when the lease ends
 * @param state where it stands
 * @param redo what is asked to be done again; empty for a task that is new
 */
public record Assignment(
    String id,
    Task task,
    TaskGroup group,
    Instant accepted,
    Instant deadline,
    State state,
    Optional<Redo> redo) {

  /** One that is not asked for again. */
  public Assignment(
      String id, Task task, TaskGroup group, Instant accepted, Instant deadline, State state) {
    this(id, task, group, accepted, deadline, state, Optional.empty());
  }

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
