package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Reviews of requesters, each bound to a task group that the reviewer worked in. The rating is kept
 * up to date in the transaction that writes the review. Safe for use by several threads.
 */
public final class Reviews {
  /** Longest words of a review, in characters. */
  public static final int WORDS_LIMIT = 5_000;

  /** Longest time for a task that anybody may claim. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private final Store store;
  private final Clock clock;

  public Reviews(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What a worker has to say.
   *
   * @param marks 1 to 5 by attribute; what does not apply is left out
   * @param rejections how much was rejected unjustly, where they say
   * @param termsBroken the requester broke the market's terms
   * @param brokenTask a task could not be done
   * @param unpaidScreening questions came before the work without pay
   * @param took how long a task took them, where they say
   * @param words may be empty
   */
  public record Opinion(
      Map<Attribute, Integer> marks,
      Optional<Rejections> rejections,
      boolean termsBroken,
      boolean brokenTask,
      boolean unpaidScreening,
      Optional<Duration> took,
      String words) {
    public Opinion {
      marks = Map.copyOf(marks);
      if (words.length() > WORDS_LIMIT) {
        throw new Fault.Refused(Refusal.INVALID, "words: at most " + WORDS_LIMIT + " characters");
      }
      if (marks.values().stream().anyMatch(mark -> mark < 1 || mark > 5)) {
        throw new Fault.Refused(Refusal.INVALID, "marks: 1 to 5 each");
      }
      if (took.filter(time -> time.toSeconds() < 1 || time.compareTo(LONGEST) > 0).isPresent()) {
        throw new Fault.Refused(
            Refusal.INVALID, "minutes: more than nothing, at most " + LONGEST.toMinutes());
      }
    }

    /** An opinion that says the least. */
    public Opinion(
        Map<Attribute, Integer> marks,
        Optional<Rejections> rejections,
        boolean termsBroken,
        String words) {
      this(marks, rejections, termsBroken, false, false, Optional.empty(), words);
    }
  }

  /**
   * Writes or replaces a worker's review about a group; what it said before is kept.
   *
   * @return the review as others see it
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such group, {@link
   *     Refusal#NOT_WORKED_FOR} where the worker never had a task of it, {@link
   *     Refusal#SAME_PERSON} where a moderator knows them for the requester
   */
  public Review write(String workerId, String groupId, Opinion opinion) {
    return store.write(
        handle -> {
          String requesterId =
              handle
                  .createQuery("select requester_id from task_group where id = :group")
                  .bind("group", groupId)
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, groupId));
          boolean worked =
              handle
                  .createQuery(
                      "select 1 from assignment where worker_id = :worker and group_id = :group")
                  .bind("worker", workerId)
                  .bind("group", groupId)
                  .mapTo(Integer.class)
                  .findFirst()
                  .isPresent();
          if (!worked) {
            throw new Fault.Refused(Refusal.NOT_WORKED_FOR);
          }
          if (People.person(handle, workerId).equals(requesterId)) {
            throw new Fault.Refused(Refusal.SAME_PERSON);
          }
          put(handle, workerId, groupId, requesterId, opinion, clock.instant());
          // Without the reviewer: requesters know them by another name.
          Events.emit(
              handle,
              clock.instant(),
              Event.toRequester(EventKind.REVIEW_WRITTEN, requesterId).group(groupId));
          return handle
              .createQuery(ReviewRows.SELECT + "r.group_id = :group and r.worker_id = :worker")
              .bind("group", groupId)
              .bind("worker", workerId)
              .map((row, context) -> ReviewRows.of(row))
              .one();
        });
  }

  /** Writes a review without asking who may; for a market's history. */
  public void put(
      Handle handle,
      String workerId,
      String groupId,
      String requesterId,
      Opinion opinion,
      Instant written) {
    String person = People.person(handle, workerId);
    People.lock(handle, person);
    Voices.lock(handle, requesterId);
    handle.execute(
        "insert into review_history ("
            + ReviewRows.COLUMNS
            + ", replaced) select "
            + ReviewRows.COLUMNS
            + ", ? from review where group_id = ? and worker_id = ?",
        clock.millis(),
        groupId,
        workerId);
    insert(handle, workerId, groupId, requesterId, opinion, written);
    // What helped others, and what the requester answers to, is what it said before.
    handle.execute(
        "delete from review_helpful where review_id = (select id from review"
            + " where group_id = ? and worker_id = ?)",
        groupId,
        workerId);
    Voices.refresh(handle, person, requesterId, Optional.of(groupId));
  }

  private static void insert(
      Handle handle,
      String workerId,
      String groupId,
      String requesterId,
      Opinion opinion,
      Instant written) {
    Update update =
        handle
            .createUpdate(
                """
                insert into review (id, %s)
                values (:id, :group, :worker, :requester, :pay, :fairness, :speed, :communication,
                  :accessibility, :rejections, :broken, :task, :screening, :took, :words, :written)
                on conflict (group_id, worker_id) do update set pay = excluded.pay,
                  fairness = excluded.fairness, speed = excluded.speed,
                  communication = excluded.communication, accessibility = excluded.accessibility,
                  rejections = excluded.rejections, terms_broken = excluded.terms_broken,
                  broken_task = excluded.broken_task,
                  unpaid_screening = excluded.unpaid_screening,
                  took_seconds = excluded.took_seconds, words = excluded.words,
                  written = excluded.written, helpful = 0
                """
                    .formatted(ReviewRows.COLUMNS))
            .bind("id", Ids.next())
            .bind("group", groupId)
            .bind("worker", workerId)
            .bind("requester", requesterId)
            .bind("rejections", opinion.rejections().map(Rejections::name).orElse(null))
            .bind("broken", opinion.termsBroken() ? 1 : 0)
            .bind("task", opinion.brokenTask() ? 1 : 0)
            .bind("screening", opinion.unpaidScreening() ? 1 : 0)
            .bind("took", opinion.took().map(Duration::toSeconds).orElse(null))
            .bind("words", opinion.words())
            .bind("written", written.toEpochMilli());
    for (Attribute attribute : Attribute.values()) {
      update.bind(Tallies.column(attribute), opinion.marks().get(attribute));
    }
    update.execute();
  }

  /**
   * Reviews of a requester that are not hidden, also imported ones, newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such requester
   */
  public Slice<Review> of(String requesterId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle -> {
          Requesters.require(handle, requesterId);
          return Slice.of(
              Moderation.merged(
                  ImportedReviews.listed(handle, requesterId, from, limit + 1),
                  from.rows(
                      handle
                          .createQuery(
                              ReviewRows.SELECT
                                  + "r.requester_id = :requester and r.hidden is null"
                                  + " and (r.written, r.id) < (:at, :id)"
                                  + " order by r.written desc, r.id desc limit :limit")
                          .bind("requester", requesterId),
                      limit + 1,
                      "written",
                      "id",
                      (row, _) -> ReviewRows.of(row))),
              limit);
        });
  }
}
