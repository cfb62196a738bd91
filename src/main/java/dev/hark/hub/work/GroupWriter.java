package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.task.Money;
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

/**
 * Writes groups, their tasks and slots in batches within one transaction, and sets their money
 * aside.
 */
final class GroupWriter {
  /** Stands for no end: the last moment of the year 9999. */
  static final long NEVER = 253_402_300_799_999L;

  private final Handle handle;
  private final String requesterId;
  private final Instant now;
  private final Payments payments;
  private final List<Payments.Wanted> wanted = new ArrayList<>();
  private final PreparedBatch groups;
  private final TaskWriter tasks;

  GroupWriter(Handle handle, String requesterId, Instant now, Payments payments) {
    this.handle = handle;
    this.requesterId = requesterId;
    this.now = now;
    this.payments = payments;
    this.groups =
        handle.prepareBatch(
            """
            insert into task_group (id, requester_id, title, kind, language, reward_minor, currency,
              allowed_seconds, approve_seconds, needs, keywords, audio_seconds, priority, published,
              publish_key, fingerprint, open_slots, state, created, copies, tasks, annotation,
              lifetime_seconds, expires, close_due, fee_minor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
    Money fee = payments.fee(handle, group.reward());
    int answers = group.draft() ? 0 : group.tasks().size() * group.copies();
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
        answers,
        group.draft() ? "DRAFT" : "PUBLISHED",
        now.toEpochMilli(),
        group.copies(),
        group.tasks().size(),
        group.annotation().orElse(null),
        group.lifetime().map(Duration::toSeconds).orElse(null),
        end == null ? NEVER : end,
        end,
        fee.minor());
    wanted.add(new Payments.Wanted(id, answers, group.reward().plus(fee)));
    return id;
  }

  /**
   * Writes what was queued.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED} where the requester's money does not
   *     cover it
   */
  void flush() {
    if (groups.size() == 0) {
      return;
    }
    groups.execute();
    tasks.flush();
    payments.escrow(handle, requesterId, wanted, "published", now);
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
        questions(group.tasks()),
        golds(group.tasks()));
    // Left out where they say nothing, so that keys from before they were known still fit.
    if (group.lifetime().isPresent() || group.annotation().isPresent() || group.draft()) {
      parts.add(group.lifetime().map(Duration::toSeconds).orElse(0L));
      parts.add(group.annotation().orElse(""));
      parts.add(group.draft());
    }
    if (group.tasks().stream().anyMatch(task -> task.annotation().isPresent())) {
      parts.add(annotations(group.tasks()));
    }
    if (!group.requirements().isEmpty()) {
      parts.add(group.requirements());
    }
    return Sha256.of(Publishing.json(parts));
  }

  /** The same for the same tasks. */
  static String fingerprint(List<NewGroup.NewTask> tasks) {
    return Sha256.of(Publishing.json(List.of(questions(tasks), golds(tasks), annotations(tasks))));
  }

  private static List<QuestionJson> questions(List<NewGroup.NewTask> tasks) {
    return tasks.stream().map(task -> QuestionJson.of(task.question())).toList();
  }

  private static List<String> golds(List<NewGroup.NewTask> tasks) {
    return tasks.stream()
        .map(task -> task.gold().map(AnswerJson::of).map(Publishing::json).orElse(""))
        .toList();
  }

  private static List<String> annotations(List<NewGroup.NewTask> tasks) {
    return tasks.stream().map(task -> task.annotation().orElse("")).toList();
  }

  private static @Nullable Double typical(List<Double> lengths) {
    return lengths.isEmpty() ? null : lengths.stream().sorted().toList().get(lengths.size() / 2);
  }
}
