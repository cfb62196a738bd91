package dev.hark.hub.work;

import dev.hark.hub.store.Ids;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.QuestionJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes tasks and their slots in batches within one transaction. */
final class TaskWriter {
  private final Handle handle;
  private final String requesterId;
  private final PreparedBatch tasks;
  private final PreparedBatch slots;

  TaskWriter(Handle handle, String requesterId) {
    this.handle = handle;
    this.requesterId = requesterId;
    this.tasks =
        handle.prepareBatch(
            "insert into task (id, group_id, question, gold, position, annotation)"
                + " values (?, ?, ?, ?, ?, ?)");
    this.slots =
        handle.prepareBatch(
            "insert into slot (id, group_id, task_id, position, done, withdrawn)"
                + " values (?, ?, ?, ?, ?, ?)");
  }

  /**
   * Where the numbers of a group's tasks and slots go on.
   *
   * @param task position of the next task
   * @param slot position of the next slot, above all that the group ever had
   */
  record Start(int task, int slot) {
    static final Start OF_GROUP = new Start(0, 0);

    static Start after(Handle handle, String groupId) {
      return new Start(next(handle, "task", groupId), next(handle, "slot", groupId));
    }

    private static int next(Handle handle, String table, String groupId) {
      return handle
          .createQuery(
              "select coalesce(max(position), -1) + 1 from " + table + " where group_id = :group")
          .bind("group", groupId)
          .mapTo(Integer.class)
          .one();
    }
  }

  /**
   * Queues tasks of a group; {@link #flush} writes them, once the group is there.
   *
   * @param withdrawn whether nobody can take them yet
   * @return how long those sound that do, in seconds
   * @throws dev.hark.fault.Fault.Refused with {@code INVALID} where a file is not the requester's
   */
  List<Double> add(
      String groupId, List<NewGroup.NewTask> added, int copies, Start start, boolean withdrawn) {
    List<Double> lengths = new ArrayList<>();
    int count = added.size();
    int done = withdrawn ? 1 : 0;
    for (int i = 0; i < count; i++) {
      NewGroup.NewTask task = added.get(i);
      Question question = QuestionFiles.resolve(handle, requesterId, task.question());
      length(question).ifPresent(length -> lengths.add(length.toMillis() / 1000.0));
      String taskId = Ids.next();
      tasks.add(
          taskId,
          groupId,
          Publishing.json(QuestionJson.of(question)),
          task.gold().map(AnswerJson::of).map(Publishing::json).orElse(null),
          start.task() + i,
          task.annotation().orElse(null));
      for (int copy = 0; copy < copies; copy++) {
        // Every task gets its first answer before any gets its second.
        slots.add(Ids.next(), groupId, taskId, start.slot() + copy * count + i, done, done);
      }
    }
    return lengths;
  }

  /** Queues more slots for a group's tasks. */
  int more(String groupId, List<String> taskIds, int copies, Start start, boolean withdrawn) {
    int done = withdrawn ? 1 : 0;
    int position = start.slot();
    for (int copy = 0; copy < copies; copy++) {
      for (String taskId : taskIds) {
        slots.add(Ids.next(), groupId, taskId, position++, done, done);
      }
    }
    return position - start.slot();
  }

  void flush() {
    if (tasks.size() > 0) {
      tasks.execute();
    }
    if (slots.size() > 0) {
      slots.execute();
    }
  }

  private static Optional<Duration> length(Question question) {
    return question.media().stream().flatMap(medium -> medium.length().stream()).findFirst();
  }
}
