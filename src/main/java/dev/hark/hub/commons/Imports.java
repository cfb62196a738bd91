package dev.hark.hub.commons;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Store;
import dev.hark.review.Attribute;
import dev.hark.wire.ImportResultJson;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.ImportedReviewJson;
import dev.hark.wire.Json;
import dev.hark.wire.NewImportJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Takes in reviews that were written elsewhere. They are kept apart from all that this hub counts:
 * no figure of its own ever changes by them. Taking the same in again changes nothing. Safe for use
 * by several threads and hubs.
 */
public final class Imports {
  private static final String SECRET = "imported-reviewers";
  private static final int SECRET_BYTES = 32;

  /** So long the answer to a batch is kept, for whoever sends it again as the answer got lost. */
  private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

  private final Store store;
  private final Clock clock;

  public Imports(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a batch, as a whole or not at all.
   *
   * @param key the same batch under the same key again is answered as it was the first time
   * @throws Fault.Refused with {@link Refusal#INVALID} where something in it makes no sense, or the
   *     key was used for another batch
   */
  public ImportResultJson take(Caller moderator, String key, NewImportJson batch) {
    Instant now = clock.instant();
    ImportedBatch checked = ImportedBatch.of(batch, now);
    if (Boolean.TRUE.equals(batch.dryRun())) {
      return store.read(handle -> foreseen(handle, checked));
    }
    String digest = Sha256.of(checked.toString());
    return store.write(
        handle -> {
          lock(handle);
          Optional<ImportResultJson> before = answered(handle, moderator.id(), key, digest);
          if (before.isPresent()) {
            return before.get();
          }
          ImportResultJson result = take(handle, checked, now);
          handle.execute(
              "delete from imported_batch where made < ?", now.minus(ANSWERS_KEPT).toEpochMilli());
          handle.execute(
              "insert into imported_batch (account_id, batch_key, digest, answer, made)"
                  + " values (?, ?, ?, ?, ?)",
              moderator.id(),
              key,
              digest,
              json(result),
              now.toEpochMilli());
          if (result.taken() > 0) {
            Audit.note(
                handle,
                now,
                moderator.id(),
                Deed.REVIEWS_IMPORTED,
                checked.source(),
                result.taken());
          }
          return result;
        });
  }

  /** Keeps all others from changing imported reviews until the transaction ends. */
  static void lock(Handle handle) {
    Store.lock(handle, "imported");
  }

  private static Optional<ImportResultJson> answered(
      Handle handle, String account, String key, String digest) {
    return handle
        .createQuery(
            "select digest, answer from imported_batch"
                + " where account_id = :account and batch_key = :key")
        .bind("account", account)
        .bind("key", key)
        .map(
            (row, context) -> {
              if (!row.getString("digest").equals(digest)) {
                throw new Fault.Refused(
                    Refusal.INVALID, "Idempotency-Key: another one for another batch");
              }
              try {
                return Json.MAPPER.readValue(row.getString("answer"), ImportResultJson.class);
              } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
              }
            })
        .findOne();
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ImportResultJson foreseen(Handle handle, ImportedBatch batch) {
    String secret = kept(handle).orElse("");
    TreeSet<String> seen = new TreeSet<>();
    int taken = 0;
    for (ImportedReviewJson review : batch.reviews()) {
      Written row = Written.of(secret, batch.source(), review);
      if (!isThere(handle, batch.source(), row) && seen.add(row.toString())) {
        taken++;
      }
    }
    for (ImportedAggregateJson aggregate : batch.aggregates()) {
      if (!isGiven(handle, batch.source(), aggregate)) {
        taken++;
      }
    }
    return result(handle, batch, taken);
  }

  private static ImportResultJson take(Handle handle, ImportedBatch batch, Instant now) {
    String secret = secret(handle);
    TreeSet<String> changed = new TreeSet<>();
    int taken = 0;
    for (ImportedReviewJson review : batch.reviews()) {
      Written row = Written.of(secret, batch.source(), review);
      if (!isThere(handle, batch.source(), row)) {
        insert(handle, batch.source(), row, review, now);
        settle(handle, batch.source(), row);
        changed.add(row.oldId());
        taken++;
      }
      name(handle, batch.source(), row.oldId(), review.requesterName());
    }
    for (ImportedAggregateJson aggregate : batch.aggregates()) {
      String oldId = ImportedBatch.present(aggregate.requesterId());
      if (!isGiven(handle, batch.source(), aggregate)) {
        name(handle, batch.source(), oldId, aggregate.requesterName());
        handle.execute(
            "update imported_figures set given = ? where source = ? and old_id = ?",
            json(ImportedFigures.of(aggregate)),
            batch.source(),
            oldId);
        changed.add(oldId);
        taken++;
      }
    }
    changed.forEach(oldId -> ImportedSums.refresh(handle, batch.source(), oldId));
    return result(handle, batch, taken);
  }

  private static ImportResultJson result(Handle handle, ImportedBatch batch, int taken) {
    TreeSet<String> known = new TreeSet<>();
    TreeSet<String> unknown = new TreeSet<>();
    for (String oldId : batch.oldIds()) {
      (AlsoKnown.requester(handle, oldId).isPresent() ? known : unknown).add(oldId);
    }
    return new ImportResultJson(
        taken, batch.size() - taken, List.copyOf(known), List.copyOf(unknown));
  }

  /**
   * Who wrote what of whom, as it is found again.
   *
   * @param reviewer a keyed hash; of all that is said where nobody knows who it was
   */
  private record Written(String oldId, String reviewer, String digest) {
    static Written of(String secret, String source, ImportedReviewJson review) {
      String digest = Sha256.of(json(ImportedBatch.unnamed(review)));
      String by =
          review.reviewer() == null || review.reviewer().isBlank()
              ? "nobody:" + digest
              : "somebody:" + review.reviewer().strip();
      return new Written(
          ImportedBatch.present(review.requesterId()),
          Sha256.of(secret + "\n" + source + "\n" + by),
          digest);
    }
  }

  private static boolean isThere(Handle handle, String source, Written row) {
    return handle
        .createQuery(
            "select 1 from imported_review where source = :source and old_id = :old"
                + " and reviewer = :reviewer and digest = :digest")
        .bind("source", source)
        .bind("old", row.oldId())
        .bind("reviewer", row.reviewer())
        .bind("digest", row.digest())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static boolean isGiven(Handle handle, String source, ImportedAggregateJson aggregate) {
    return handle
        .createQuery(
            "select given from imported_figures where source = :source and old_id = :old"
                + " and given is not null")
        .bind("source", source)
        .bind("old", ImportedBatch.present(aggregate.requesterId()))
        .mapTo(String.class)
        .findOne()
        .filter(json(ImportedFigures.of(aggregate))::equals)
        .isPresent();
  }

  private static void insert(
      Handle handle, String source, Written row, ImportedReviewJson review, Instant now) {
    Update update =
        handle
            .createUpdate(
                """
                insert into imported_review (id, source, old_id, reviewer, digest, pay, fairness,
                  speed, communication, rejections, terms_broken, broken_task, reward_micros,
                  seconds, tasks, words, written, imported)
                values (:id, :source, :old, :reviewer, :digest, :pay, :fairness, :speed,
                  :communication, :rejections, :broken, :task, :reward, :seconds, :tasks, :words,
                  :written, :imported)
                """)
            .bind("id", Ids.next())
            .bind("source", source)
            .bind("old", row.oldId())
            .bind("reviewer", row.reviewer())
            .bind("digest", row.digest())
            .bind("rejections", review.rejections())
            .bind("broken", review.termsBroken() ? 1 : 0)
            .bind("task", review.brokenTask() ? 1 : 0)
            .bind("reward", review.rewardMicros())
            .bind("seconds", review.seconds())
            .bind("tasks", review.tasks())
            .bind("words", review.words() == null ? "" : review.words())
            .bind("written", ImportedBatch.present(review.written()).toEpochMilli())
            .bind("imported", now.toEpochMilli());
    for (Attribute attribute : ImportedSums.ATTRIBUTES) {
      update.bind(
          Tallies.column(attribute),
          review.marks() == null ? null : review.marks().get(attribute.name()));
    }
    update.execute();
  }

  /** Of what one person said of one requester, the latest counts; hidden stays hidden. */
  private static void settle(Handle handle, String source, Written row) {
    List<String> ids =
        handle
            .createQuery(
                "select id from imported_review where source = :source and old_id = :old"
                    + " and reviewer = :reviewer order by written desc, imported desc, id desc")
            .bind("source", source)
            .bind("old", row.oldId())
            .bind("reviewer", row.reviewer())
            .mapTo(String.class)
            .list();
    if (ids.size() == 1) {
      return;
    }
    String whose = " where source = ? and old_id = ? and reviewer = ?";
    handle.execute(
        "update imported_review set hidden = (select max(h.hidden) from imported_review h"
            + " where h.source = ? and h.old_id = ? and h.reviewer = ?)"
            + whose
            + " and hidden is null",
        source,
        row.oldId(),
        row.reviewer(),
        source,
        row.oldId(),
        row.reviewer());
    handle.execute(
        "update imported_review set superseded = case when id = ? then 0 else 1 end" + whose,
        ids.getFirst(),
        source,
        row.oldId(),
        row.reviewer());
  }

  /** What a requester was called there, as it was said last. */
  private static void name(Handle handle, String source, String oldId, @Nullable String name) {
    handle.execute(
        "insert into imported_figures (source, old_id, name) values (?, ?, ?)"
            + " on conflict (old_id, source) do update set name ="
            + " case when excluded.name = '' then imported_figures.name else excluded.name end",
        source,
        oldId,
        name == null ? "" : name.strip());
  }

  private static String secret(Handle handle) {
    return kept(handle)
        .orElseGet(
            () -> {
              handle.execute(
                  "insert into secret (name, secret) values (?, ?) on conflict (name) do nothing",
                  SECRET,
                  HexFormat.of().formatHex(Ids.random(SECRET_BYTES)));
              return kept(handle).orElseThrow();
            });
  }

  private static Optional<String> kept(Handle handle) {
    return handle
        .createQuery("select secret from secret where name = :name")
        .bind("name", SECRET)
        .mapTo(String.class)
        .findOne();
  }
}
