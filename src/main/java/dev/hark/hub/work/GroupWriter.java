package dev.hark.hub.work;

import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.QuestionJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes groups, their tasks and slots in batches within one transaction. */
final class GroupWriter {
  private final Handle handle;
  private final String requesterId;
  private final Instant now;
  private final PreparedBatch groups;
  private final PreparedBatch tasks;
  private final PreparedBatch slots;

  GroupWriter(Handle handle, String requesterId, Instant now) {
    this.handle = handle;
    this.requesterId = requesterId;
    this.now = now;
    this.groups =
        handle.prepareBatch(
            """
            insert into task_group (id, requester_id, title, kind, language, reward_minor, currency,
              allowed_seconds, approve_seconds, needs, keywords, audio_seconds, priority, published,
              publish_key, fingerprint, open_slots)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    this.tasks =
        handle.prepareBatch("insert into task (id, group_id, question, gold) values (?, ?, ?, ?)");
    this.slots =
        handle.prepareBatch(
            "insert into slot (id, group_id, task_id, position) values (?, ?, ?, ?)");
  }

  /** Queues a group; it is written by {@link #flush}. */
  String add(NewGroup group, String key, String fingerprint) {
    String id = Ids.next();
    List<Double> lengths = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (NewGroup.NewTask task : group.tasks()) {
      Question question = QuestionFiles.resolve(handle, requesterId, task.question());
      questions.add(question);
      length(question).ifPresent(length -> lengths.add(length.toMillis() / 1000.0));
    }
    groups.add(
        id,
        requesterId,
        group.title(),
        group.kind().name(),
        group.language().toLanguageTag(),
        group.reward().minor(),
        group.reward().currency().getCurrencyCode(),
        group.allowed().toSeconds(),
        group.autoApproval().toSeconds(),
        group.needs().stream().sorted().map(Need::name).collect(Collectors.joining(",")),
        Publishing.json(group.keywords()),
        typical(lengths),
        group.priority(),
        group.published().orElse(now).toEpochMilli(),
        key,
        fingerprint,
        group.tasks().size() * group.copies());
    int count = questions.size();
    for (int i = 0; i < count; i++) {
      String taskId = Ids.next();
      tasks.add(
          taskId,
          id,
          Publishing.json(QuestionJson.of(questions.get(i))),
          group.tasks().get(i).gold().map(AnswerJson::of).map(Publishing::json).orElse(null));
      for (int copy = 0; copy < group.copies(); copy++) {
        // Every task gets its first answer before any gets its second.
        slots.add(Ids.next(), id, taskId, copy * count + i);
      }
    }
    return id;
  }

  /**
   * Writes what was queued.
   *
   * @return whether there was anything
   */
  boolean flush() {
    if (groups.size() == 0) {
      return false;
    }
    groups.execute();
    if (tasks.size() > 0) {
      tasks.execute();
      slots.execute();
    }
    return true;
  }

  /** The same for the same group, in every process. */
  static String fingerprint(NewGroup group) {
    List<Object> parts =
        List.of(
            group.title(),
            group.kind(),
            group.language().toLanguageTag(),
            group.reward().minor(),
            group.reward().currency().getCurrencyCode(),
            group.allowed().toSeconds(),
            group.autoApproval().toSeconds(),
            group.copies(),
            group.priority(),
            group.needs().stream().sorted().toList(),
            group.keywords(),
            group.tasks().stream().map(task -> QuestionJson.of(task.question())).toList(),
            group.tasks().stream()
                .map(task -> task.gold().map(AnswerJson::of).map(Publishing::json).orElse(""))
                .toList());
    return Sha256.of(Publishing.json(parts));
  }

  private static Optional<Duration> length(Question question) {
    return question.media().stream().flatMap(medium -> medium.length().stream()).findFirst();
  }

  private static @Nullable Double typical(List<Double> lengths) {
    return lengths.isEmpty() ? null : lengths.stream().sorted().toList().get(lengths.size() / 2);
  }
}
