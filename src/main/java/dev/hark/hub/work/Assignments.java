package dev.hark.hub.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.SubmissionJson;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Assignments as workers and requesters see them. */
final class Assignments {
  private Assignments() {}

  /** As its worker sees it. */
  static AssignmentJson json(Handle handle, Instant now, Held held) {
    return new AssignmentJson(
        held.id(),
        held.taskId(),
        Groups.group(handle, now.toEpochMilli(), held.workerId(), held.groupId()),
        read(held.question(), QuestionJson.class),
        held.stateAt(now),
        held.accepted(),
        held.deadlineAt(now),
        answer(held.answer()),
        held.reason(),
        held.redoAt(now) ? Redos.asked(handle, held.id()) : null,
        held.stateAt(now).equals("HELD")
            ? Drafts.find(handle, held.workerId(), held.taskId()).orElse(null)
            : null);
  }

  /** As its requester sees it; it was handed in. */
  static SubmissionJson submission(Instant now, Held held) {
    return new SubmissionJson(
        held.id(),
        held.groupId(),
        held.title(),
        held.workerId(),
        read(held.question(), QuestionJson.class),
        read(Objects.requireNonNull(held.answer()), AnswerJson.class).asTyped(),
        held.state(),
        held.submitted().orElseThrow(),
        MoneyJson.of(held.reward()),
        held.decidedAs(),
        held.redoAt(now) ? held.redoUntil().orElseThrow() : null,
        held.taskId(),
        held.annotation(),
        held.taskAnnotation());
  }

  static @Nullable AnswerJson answer(@Nullable String json) {
    return json == null ? null : read(json, AnswerJson.class);
  }

  static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON of " + type.getType(), e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON of " + type.getSimpleName(), e);
    }
  }
}
