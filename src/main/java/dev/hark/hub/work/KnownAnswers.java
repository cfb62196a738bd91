package dev.hark.hub.work;

import dev.hark.hub.store.Store;
import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import java.util.Optional;

/**
 * The answers that requesters gave along with their tasks; for demonstrations, never for workers.
 */
public final class KnownAnswers {
  private final Store store;

  public KnownAnswers(Store store) {
    this.store = store;
  }

  /** The known answer to the task of an assignment, where there is one. */
  public Optional<Answer> of(String assignmentId) {
    return store
        .read(
            handle ->
                handle
                    .createQuery(
                        "select t.gold from assignment a join task t on t.id = a.task_id"
                            + " where a.id = :id and t.gold is not null")
                    .bind("id", assignmentId)
                    .mapTo(String.class)
                    .findFirst())
        .map(json -> Assignments.read(json, AnswerJson.class).toAnswer());
  }
}
