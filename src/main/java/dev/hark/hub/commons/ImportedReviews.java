package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.review.Review;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What others make of imported reviews: the same as of those that were written here, but that they
 * change no figure of the hub's own. Safe for use by several threads and hubs.
 */
public final class ImportedReviews {
  private final Store store;
  private final Clock clock;

  public ImportedReviews(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether a review by that id was imported. */
  public boolean has(String reviewId) {
    return store.read(handle -> ImportedRows.find(handle, reviewId).isPresent());
  }

  /**
   * As {@link Responses#helpful}.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public Review helpful(String workerId, String reviewId, boolean helps) {
    return store.write(
        handle -> {
          Imports.lock(handle);
          if (ImportedRows.require(handle, reviewId).isHidden()) {
            throw new Fault.Refused(Refusal.NOT_FOUND, reviewId);
          }
          int changed =
              helps
                  ? handle.execute(
                      "insert into imported_helpful (review_id, account_id, made) values (?, ?, ?)"
                          + " on conflict (review_id, account_id) do nothing",
                      reviewId,
                      workerId,
                      clock.millis())
                  : handle.execute(
                      "delete from imported_helpful where review_id = ? and account_id = ?",
                      reviewId,
                      workerId);
          handle.execute(
              "update imported_review set helpful = helpful + ? where id = ?",
              helps ? changed : -changed,
              reviewId);
          return ImportedRows.require(handle, reviewId).shown();
        });
  }

  /**
   * As {@link Moderation#flag}.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID}
   */
  public void flag(Caller caller, String reviewId, String reason) {
    String plain = Moderation.reason(reason);
    boolean moderates = Moderation.moderates(caller);
    store.write(
        handle -> {
          Imports.lock(handle);
          ImportedRows.Row row = ImportedRows.require(handle, reviewId);
          if (row.isHidden() && !moderates) {
            throw new Fault.Refused(Refusal.NOT_FOUND, reviewId);
          }
          Instant now = clock.instant();
          handle.execute(
              "insert into imported_flag (review_id, account_id, moderator, reason, made)"
                  + " values (?, ?, ?, ?, ?) on conflict (review_id, account_id) do update set"
                  + " moderator = excluded.moderator, reason = excluded.reason,"
                  + " made = excluded.made, settled = 0",
              reviewId,
              caller.id(),
              moderates ? 1 : 0,
              plain,
              now.toEpochMilli());
          List<Moderation.Flag> flags = Moderation.flags(handle, "imported_flag", reviewId);
          handle.execute(
              "update imported_review set flags = ?, flagged = ? where id = ?",
              flags.size(),
              now.toEpochMilli(),
              reviewId);
          Audit.note(handle, now, caller.id(), Deed.REVIEW_FLAGGED, reviewId);
          if (!row.isHidden() && Moderation.hide(handle, flags)) {
            handle.execute(
                "update imported_review set hidden = ? where id = ?", now.toEpochMilli(), reviewId);
            ImportedSums.refresh(handle, row.source(), row.oldId());
            Audit.note(handle, now, caller.id(), Deed.REVIEW_HIDDEN, reviewId);
          }
          return flags.size();
        });
  }

  /**
   * As {@link Moderation#show}.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public void show(Caller moderator, String reviewId) {
    store.write(
        handle -> {
          Imports.lock(handle);
          ImportedRows.Row row = ImportedRows.require(handle, reviewId);
          handle.execute("update imported_flag set settled = 1 where review_id = ?", reviewId);
          handle.execute(
              "update imported_review set flags = 0, flagged = null where id = ?", reviewId);
          // Whatever the same person said of them: what is written anew would be hidden by it.
          handle.execute(
              "update imported_review set hidden = null where source = ? and old_id = ?"
                  + " and reviewer = (select reviewer from imported_review where id = ?)",
              row.source(),
              row.oldId(),
              reviewId);
          ImportedSums.refresh(handle, row.source(), row.oldId());
          Audit.note(handle, clock.instant(), moderator.id(), Deed.REVIEW_SHOWN, reviewId);
          return reviewId;
        });
  }

  /**
   * As {@link Moderation#history}: all that the same person said there of the same requester.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public List<Review> history(String reviewId) {
    return store.read(
        handle -> {
          ImportedRows.require(handle, reviewId);
          return handle
              .createQuery(
                  ImportedRows.SELECT
                      + "r.reviewer = (select reviewer from imported_review where id = :id)"
                      + " and r.old_id = (select old_id from imported_review where id = :id)"
                      + " order by r.superseded, r.written desc, r.id limit 1000")
              .bind("id", reviewId)
              .map((row, context) -> ImportedRows.original(row))
              .list();
        });
  }

  /** Those about a requester that anybody sees, from a place on, the newest first. */
  static List<Slice.Row<Review>> listed(Handle handle, String requesterId, Cursor from, int limit) {
    List<String> ids = AlsoKnown.ids(handle, requesterId);
    return ids.isEmpty()
        ? List.of()
        : from.rows(
            handle
                .createQuery(
                    ImportedRows.SELECT
                        + "r.old_id in (<ids>) and r.hidden is null and r.superseded = 0"
                        + " and (r.written, r.id) < (:at, :id)"
                        + " order by r.written desc, r.id desc limit :limit")
                .bindList("ids", ids),
            limit,
            "written",
            "id",
            (row, _) -> ImportedRows.shown(row));
  }

  /** Those that somebody wants hidden, from a place on, the last flagged first. */
  static List<Slice.Row<Moderation.Flagged>> flagged(Handle handle, Cursor from, int limit) {
    return from
        .rows(
            handle.createQuery(
                ImportedRows.SELECT
                    + "r.flags > 0 and (r.flagged, r.id) < (:at, :id)"
                    + " order by r.flagged desc, r.id desc limit :limit"),
            limit,
            "flagged",
            "id",
            (row, _) -> {
              long hidden = row.getLong("hidden");
              return new Moderation.Flagged(
                  ImportedRows.original(row),
                  hidden == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(hidden)),
                  List.of());
            })
        .stream()
        .map(
            row ->
                new Slice.Row<>(
                    new Moderation.Flagged(
                        row.item().review(),
                        row.item().hidden(),
                        Moderation.flags(
                            handle, "imported_flag", row.item().review().reception().id())),
                    row.at()))
        .toList();
  }
}
