package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.quality.ChoiceTask;
import dev.hark.hub.quality.Merged;
import dev.hark.hub.quality.Votes;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.TaskResultJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What came of a group's tasks, for its requester. Safe for use by several threads. */
public final class Results {
  private final Store store;

  public Results(Store store) {
    this.store = store;
  }

  private record Task(String id, int position, String question, @Nullable String gold) {}

  /**
   * The tasks of a group with their answers, in the order they were posted; gold that is mixed in
   * is left out.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such group
   */
  public Slice<TaskResultJson> of(
      Caller caller, String groupId, Optional<String> cursor, int limit) {
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.of(-1, "~"));
    return store.read(
        handle -> {
          requireOwn(handle, caller, groupId);
          List<Task> tasks =
              handle
                  .createQuery(
                      "select t.id, t.position, t.question, t.gold from task t"
                          + " where t.group_id = :group and (t.position, t.id) > (:position, :id)"
                          + " and t.position >= 0 order by t.position, t.id limit :limit")
                  .bind("group", groupId)
                  .bind("position", from.number(0))
                  .bind("id", from.text(1))
                  .bind("limit", limit + 1)
                  .map(
                      (row, context) ->
                          new Task(
                              row.getString("id"),
                              row.getInt("position"),
                              row.getString("question"),
                              row.getString("gold")))
                  .list();
          return Slice.of(
              tasks.stream()
                  .map(
                      task ->
                          new Slice.Row<>(
                              result(handle, groupId, task), Cursor.of(task.position(), task.id())))
                  .toList(),
              limit);
        });
  }

  private static void requireOwn(Handle handle, Caller caller, String groupId) {
    Optional<String> requester =
        handle
            .createQuery("select requester_id from task_group where id = :group")
            .bind("group", groupId)
            .mapTo(String.class)
            .findOne();
    if (requester.filter(caller::answersFor).isEmpty()) {
      throw new Fault.Refused(Refusal.NOT_FOUND, groupId);
    }
  }

  private static TaskResultJson result(Handle handle, String groupId, Task task) {
    QuestionJson question = Assignments.read(task.question(), QuestionJson.class);
    AnswerJson gold = Assignments.answer(task.gold());
    Optional<Merged> merged =
        ChoiceTask.of(
                task.id(),
                groupId,
                question.toQuestion(),
                Optional.ofNullable(gold).map(AnswerJson::toAnswer))
            .flatMap(choice -> Votes.merged(handle, choice));
    List<TaskResultJson.GivenJson> answers =
        handle
            .createQuery(
                Held.SELECT
                    + " where a.task_id = :task and a.submitted is not null"
                    + " order by a.submitted, a.id")
            .bind("task", task.id())
            .map((row, context) -> given(Held.of(row), merged))
            .list();
    return new TaskResultJson(
        task.id(),
        question,
        answers,
        merged.map(some -> json(question.toQuestion(), some)).orElse(null));
  }

  private static TaskResultJson.GivenJson given(Held held, Optional<Merged> merged) {
    boolean counts = !held.state().equals("REJECTED");
    return new TaskResultJson.GivenJson(
        held.id(),
        held.workerId(),
        Assignments.read(Objects.requireNonNull(held.answer()), AnswerJson.class).asTyped(),
        held.state(),
        held.submitted().orElseThrow(),
        counts ? merged.map(some -> some.weights().get(held.workerId())).orElse(null) : null);
  }

  private static TaskResultJson.MergedJson json(Question question, Merged merged) {
    String label =
        question instanceof Question.Choice choice
            ? choice.options().stream()
                .filter(option -> option.id().equals(merged.option()))
                .map(Question.Option::label)
                .findFirst()
                .orElse("")
            : "";
    return new TaskResultJson.MergedJson(
        merged.option(), label, merged.probability(), merged.agreeing(), merged.answers());
  }
}
