package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.account.Role;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.review.Review;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Flags on reviews, and what becomes of them: a review that two people want hidden, one of them a
 * moderator, is hidden, and a moderator may show it again. Nothing is deleted. Safe for use by
 * several threads and hubs.
 */
public final class Moderation {
  /** Longest reason of a flag, in characters. */
  public static final int REASON_LIMIT = 1_000;

  private static final int PEOPLE = 2;
  private static final String FLAGS = "review_flag";

  private final Store store;
  private final Clock clock;

  public Moderation(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Somebody's wish that a review be hidden. */
  public record Flag(String by, boolean moderator, String reason, Instant made) {}

  /**
   * A review as moderators see it.
   *
   * @param review with all words as they were written
   * @param hidden since when others do not see it
   * @param flags that nobody has settled, the oldest first
   */
  public record Flagged(Review review, Optional<Instant> hidden, List<Flag> flags) {}

  /**
   * Somebody wants a review hidden; once more with another reason changes the reason. Where it is
   * the second person and one of the two moderates, the review is hidden, and out of all ratings.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#OWN_REVIEW}, {@link
   *     Refusal#INVALID} without a reason
   */
  public void flag(Caller caller, String reviewId, String reason) {
    String plain = reason(reason);
    boolean moderates = moderates(caller);
    store.write(
        handle -> {
          Responses.About about = locked(handle, reviewId);
          if (about.hidden() && !moderates) {
            throw new Fault.Refused(Refusal.NOT_FOUND, reviewId);
          }
          if (People.person(handle, about.workerId()).equals(People.person(handle, caller.id()))) {
            throw new Fault.Refused(Refusal.OWN_REVIEW);
          }
          Instant now = clock.instant();
          handle.execute(
              "insert into review_flag (review_id, account_id, moderator, reason, made)"
                  + " values (?, ?, ?, ?, ?) on conflict (review_id, account_id) do update set"
                  + " moderator = excluded.moderator, reason = excluded.reason,"
                  + " made = excluded.made, settled = 0",
              reviewId,
              caller.id(),
              moderates ? 1 : 0,
              plain,
              now.toEpochMilli());
          List<Flag> flags = flags(handle, FLAGS, reviewId);
          handle.execute(
              "update review set flags = ?, flagged = ? where id = ?",
              flags.size(),
              now.toEpochMilli(),
              reviewId);
          Audit.note(handle, now, caller.id(), Deed.REVIEW_FLAGGED, reviewId);
          if (!about.hidden() && hide(handle, flags)) {
            hide(handle, reviewId, about, now);
            Audit.note(handle, now, caller.id(), Deed.REVIEW_HIDDEN, reviewId);
          }
          return flags.size();
        });
  }

  static String reason(String given) {
    String plain = given.strip();
    if (plain.isEmpty() || plain.length() > REASON_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "reason: 1 to " + REASON_LIMIT + " characters");
    }
    return plain;
  }

  static boolean moderates(Caller caller) {
    return caller.role() == Role.MODERATOR || caller.role() == Role.OPERATOR;
  }

  /** Whether these are enough to hide a review. */
  static boolean hide(Handle handle, List<Flag> flags) {
    return flags.stream().anyMatch(Flag::moderator)
        && flags.stream().map(flag -> People.person(handle, flag.by())).distinct().count()
            >= PEOPLE;
  }

  private static void hide(Handle handle, String reviewId, Responses.About about, Instant now) {
    change(
        handle,
        about,
        () ->
            handle.execute(
                "update review set hidden = ? where id = ?", now.toEpochMilli(), reviewId));
  }

  /**
   * Shows a review again, and settles the flags on it; it takes two people again to hide it. Does
   * nothing but that where it was not hidden.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public void show(Caller moderator, String reviewId) {
    store.write(
        handle -> {
          Responses.About about = locked(handle, reviewId);
          handle.execute("update review_flag set settled = 1 where review_id = ?", reviewId);
          change(
              handle,
              about,
              () ->
                  handle.execute(
                      "update review set hidden = null, flags = 0, flagged = null where id = ?",
                      reviewId));
          Audit.note(handle, clock.instant(), moderator.id(), Deed.REVIEW_SHOWN, reviewId);
          return reviewId;
        });
  }

  private static void change(Handle handle, Responses.About about, Runnable change) {
    change.run();
    Voices.refresh(
        handle,
        People.person(handle, about.workerId()),
        about.requesterId(),
        Optional.of(about.groupId()));
  }

  /** The review, which nobody else changes until the transaction ends. */
  private static Responses.About locked(Handle handle, String reviewId) {
    Responses.About about = Responses.About.of(handle, reviewId);
    People.lock(handle, People.person(handle, about.workerId()));
    Voices.lock(handle, about.requesterId());
    return Responses.About.of(handle, reviewId);
  }

  /**
   * Reviews with flags that nobody has settled, hidden or not, the last flagged first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<Flagged> flagged(Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle ->
            Slice.of(
                merged(
                    ImportedReviews.flagged(handle, from, limit + 1),
                    from
                        .rows(
                            handle.createQuery(
                                ReviewRows.SELECT
                                    + "r.flags > 0 and (r.flagged, r.id) < (:at, :id)"
                                    + " order by r.flagged desc, r.id desc limit :limit"),
                            limit + 1,
                            "flagged",
                            "id",
                            (row, _) -> {
                              long hidden = row.getLong("hidden");
                              boolean seen = row.wasNull();
                              return new Flagged(
                                  ReviewRows.original(row),
                                  seen
                                      ? Optional.empty()
                                      : Optional.of(Instant.ofEpochMilli(hidden)),
                                  List.of());
                            })
                        .stream()
                        .map(row -> new Slice.Row<>(withFlags(handle, row.item()), row.at()))
                        .toList()),
                limit));
  }

  /** Rows of two lists as one, in the order of both: by a time and an id, the latest first. */
  static <T> List<Slice.Row<T>> merged(List<Slice.Row<T>> one, List<Slice.Row<T>> other) {
    Comparator<Slice.Row<T>> order =
        Comparator.comparingLong((Slice.Row<T> row) -> row.at().number(0))
            .thenComparing(row -> row.at().text(1));
    return Stream.concat(one.stream(), other.stream()).sorted(order.reversed()).toList();
  }

  private static Flagged withFlags(Handle handle, Flagged flagged) {
    return new Flagged(
        flagged.review(),
        flagged.hidden(),
        flags(handle, FLAGS, flagged.review().reception().id()));
  }

  static List<Flag> flags(Handle handle, String table, String reviewId) {
    return handle
        .createQuery(
            "select account_id, moderator, reason, made from "
                + table
                + " where review_id = :id and settled = 0 order by made, account_id")
        .bind("id", reviewId)
        .map(
            (row, context) ->
                new Flag(
                    row.getString("account_id"),
                    row.getInt("moderator") == 1,
                    row.getString("reason"),
                    Instant.ofEpochMilli(row.getLong("made"))))
        .list();
  }

  /**
   * All that a review ever said, in the words as they were written, the newest first; at most
   * 1,000.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public List<Review> history(String reviewId) {
    return store.read(
        handle -> {
          List<Review> versions = new ArrayList<>();
          handle
              .createQuery(ReviewRows.SELECT + "r.id = :id")
              .bind("id", reviewId)
              .map((row, context) -> ReviewRows.original(row))
              .findOne()
              .ifPresentOrElse(
                  versions::add,
                  () -> {
                    throw new Fault.Refused(Refusal.NOT_FOUND, reviewId);
                  });
          versions.addAll(
              handle
                  .createQuery(
                      "select h.*, a.secret from review r"
                          + " join review_history h on h.group_id = r.group_id"
                          + " and h.worker_id = r.worker_id join account a on a.id = r.worker_id"
                          + " where r.id = :id order by h.replaced desc, h.written desc limit 999")
                  .bind("id", reviewId)
                  .map((row, context) -> ReviewRows.version(row))
                  .list());
          return versions;
        });
  }
}
