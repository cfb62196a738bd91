package dev.hark.journal;

import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.task.Question;
import dev.hark.task.Requester;
import dev.hark.task.Task;
import dev.hark.task.TaskGroup;
import dev.hark.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Assignments and drafts to keep. */
final class Sample {
  static final Instant DEADLINE = Instant.parse("2026-11-23T10:42:00Z");

  private Sample() {}

  static Assignment assignment(String id) {
    TaskGroup group =
        new TaskGroup(
            "group-" + id,
            new Requester("requester-1", "Radio Archive"),
            "Transcribe 8 seconds",
            TaskKind.TRANSCRIBE,
            Locale.ENGLISH,
            Money.of(18, "EUR"),
            Duration.ofMinutes(6),
            1,
            Set.of(),
            Optional.empty(),
            List.of());
    return new Assignment(
        id,
        new Task("task-" + id, group.id(), new Question.OpenText("Write it down", List.of())),
        group,
        DEADLINE.minusSeconds(360),
        DEADLINE,
        Assignment.State.HELD);
  }

  static Draft draft(String assignmentId, String content) {
    return new Draft(
        "task-" + assignmentId,
        "group-" + assignmentId,
        assignmentId,
        "Transcribe 8 seconds",
        content,
        Instant.parse("2026-11-23T10:40:00Z"),
        DEADLINE);
  }
}
