package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.store.Store;
import dev.hark.review.Review;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What others say to a review: the requester's answer, and that it helped. Safe for use by several
 * threads and hubs.
 */
public final class Responses {
  private final Store store;
  private final Clock clock;

  public Responses(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Who wrote a review, about whom; whether it is hidden. */
  record About(String workerId, String requesterId, String groupId, boolean hidden) {
    /**
     * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
     */
    static About of(Handle handle, String reviewId) {
      return handle
          .createQuery(
              "select worker_id, requester_id, group_id, hidden from review where id = :id")
          .bind("id", reviewId)
          .map(
              (row, context) ->
                  new About(
                      row.getString("worker_id"),
                      row.getString("requester_id"),
                      row.getString("group_id"),
                      row.getObject("hidden") != null))
          .findOne()
          .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, reviewId));
    }

    /** The same of a review that others see. */
    static About visible(Handle handle, String reviewId) {
      About about = of(handle, reviewId);
      if (about.hidden()) {
        throw new Fault.Refused(Refusal.NOT_FOUND, reviewId);
      }
      return about;
    }
  }

  /**
   * Answers a review, once and for all; the same words again do nothing.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such review of this
   *     requester, {@link Refusal#INVALID}, {@link Refusal#REVIEW_ANSWERED} with other words
   */
  public Review answer(Caller requester, String reviewId, String words) {
    String plain = words.strip();
    if (plain.isEmpty() || plain.length() > Reviews.WORDS_LIMIT) {
      throw new Fault.Refused(
          Refusal.INVALID, "words: 1 to " + Reviews.WORDS_LIMIT + " characters");
    }
    return store.write(
        handle -> {
          About about = About.visible(handle, reviewId);
          if (!requester.answersFor(about.requesterId())) {
            throw new Fault.Refused(Refusal.NOT_FOUND, reviewId);
          }
          Instant now = clock.instant();
          int answered =
              handle.execute(
                  "insert into review_answer (review_id, by_id, words, answered)"
                      + " values (?, ?, ?, ?) on conflict (review_id) do nothing",
                  reviewId,
                  requester.id(),
                  plain,
                  now.toEpochMilli());
          if (answered == 1) {
            Audit.note(handle, now, requester.id(), Deed.REVIEW_ANSWERED, reviewId);
            Events.emit(
                handle,
                now,
                Event.toWorker(EventKind.REVIEW_ANSWERED, about.workerId()).group(about.groupId()));
          } else if (!stored(handle, reviewId).equals(plain)) {
            throw new Fault.Refused(Refusal.REVIEW_ANSWERED);
          }
          return find(handle, reviewId);
        });
  }

  private static String stored(Handle handle, String reviewId) {
    return handle
        .createQuery("select words from review_answer where review_id = :id")
        .bind("id", reviewId)
        .mapTo(String.class)
        .one();
  }

  /**
   * A worker says whether a review helped; saying it twice counts once.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#OWN_REVIEW}
   */
  public Review helpful(String workerId, String reviewId, boolean helps) {
    return store.write(
        handle -> {
          About about = About.visible(handle, reviewId);
          if (People.person(handle, about.workerId()).equals(People.person(handle, workerId))) {
            throw new Fault.Refused(Refusal.OWN_REVIEW);
          }
          int changed =
              helps
                  ? handle.execute(
                      "insert into review_helpful (review_id, account_id, made) values (?, ?, ?)"
                          + " on conflict (review_id, account_id) do nothing",
                      reviewId,
                      workerId,
                      clock.millis())
                  : handle.execute(
                      "delete from review_helpful where review_id = ? and account_id = ?",
                      reviewId,
                      workerId);
          handle.execute(
              "update review set helpful = helpful + ? where id = ?",
              helps ? changed : -changed,
              reviewId);
          return find(handle, reviewId);
        });
  }

  static Review find(Handle handle, String reviewId) {
    return handle
        .createQuery(ReviewRows.SELECT + "r.id = :id")
        .bind("id", reviewId)
        .map((row, context) -> ReviewRows.of(row))
        .one();
  }
}
