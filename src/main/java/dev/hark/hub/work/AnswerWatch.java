package dev.hark.hub.work;

import org.jdbi.v3.core.Handle;

/** Hears of answers that come, change, or count no more, in the transaction that does it. */
@FunctionalInterface
public interface AnswerWatch {
  /** Nobody listens. */
  AnswerWatch NONE = (handle, taskId) -> {};

  /** The answers to a task are others than before. */
  void changed(Handle handle, String taskId);
}
