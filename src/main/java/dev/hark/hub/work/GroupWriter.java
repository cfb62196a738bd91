package dev.hark.hub.work;

import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.task.Need;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.QuestionJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes groups, their tasks and slots in batches within one transaction. */
final class GroupWriter {
  /** Stands for no end: the last moment of the year 9999. */
  static final long NEVER = 253_402_300_799_999L;

  private final String requesterId;
  private final Instant now;
  private final PreparedBatch groups;
  private final TaskWriter tasks;

  GroupWriter(Handle handle, String requesterId, Instant now) {
    this.requesterId = requesterId;
    this.now = now;
    this.groups =
        handle.prepareBatch(
            """
            insert into task_group (id, requester_id, title, kind, language, reward_minor, currency,
              allowed_seconds, approve_seconds, needs, keywords, audio_seconds, priority, published,
              publish_key, fingerprint, open_slots, state, created, copies, tasks, annotation,
              lifetime_seconds, expires, close_due)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    this.tasks = new TaskWriter(handle, requesterId);
  }

  /** Queues a group; it is written by {@link #flush}. */
  String add(NewGroup group, String key, String fingerprint) {
    String id = Ids.next();
    List<Double> lengths =
        tasks.add(id, group.tasks(), group.copies(), TaskWriter.Start.OF_GROUP, group.draft());
    Instant published = group.published().orElse(now);
    @Nullable Long end =
        group.draft()
            ? null
            : group.lifetime().map(some -> published.plus(some).toEpochMilli()).orElse(null);
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
        published.toEpochMilli(),
        key,
        fingerprint,
        group.draft() ? 0 : group.tasks().size() * group.copies(),
        group.draft() ? "DRAFT" : "PUBLISHED",
        now.toEpochMilli(),
        group.copies(),
        group.tasks().size(),
        group.annotation().orElse(null),
        group.lifetime().map(Duration::toSeconds).orElse(null),
        end == null ? NEVER : end,
        end);
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
    tasks.flush();
    return true;
  }

  /** The same for the same group, in every process. */
  static String fingerprint(NewGroup group) {
    List<Object> parts = new ArrayList<>();
    Collections.addAll(
        parts,
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
    // Left out where they say nothing, so that keys from before they were known still fit.
    if (group.lifetime().isPresent() || group.annotation().isPresent() || group.draft()) {
      parts.add(group.lifetime().map(Duration::toSeconds).orElse(0L));
      parts.add(group.annotation().orElse(""));
      parts.add(group.draft());
    }
    if (group.tasks().stream().anyMatch(task -> task.annotation().isPresent())) {
      parts.add(group.tasks().stream().map(task -> task.annotation().orElse("")).toList());
    }
    return Sha256.of(Publishing.json(parts));
  }

  private static @Nullable Double typical(List<Double> lengths) {
    return lengths.isEmpty() ? null : lengths.stream().sorted().toList().get(lengths.size() / 2);
  }
}
