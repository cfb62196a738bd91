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
 * @param draft what this worker last saved of an answer, where the market keeps that
 */
public record Assignment(
    String id,
    Task task,
    TaskGroup group,
    Instant accepted,
    Instant deadline,
    State state,
    Optional<Redo> redo,
    Optional<SavedDraft> draft) {

  /** One of which the market keeps no draft. */
  public Assignment(
      String id,
      Task task,
      TaskGroup group,
      Instant accepted,
      Instant deadline,
      State state,
      Optional<Redo> redo) {
    this(id, task, group, accepted, deadline, state, redo, Optional.empty());
  }

  /** One that is not asked for again. */
  public Assignment(
      String id, Task task, TaskGroup group, Instant accepted, Instant deadline, State state) {
    this(id, task, group, accepted, deadline, state, Optional.empty(), Optional.empty());
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
