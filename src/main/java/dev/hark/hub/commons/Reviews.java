package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.review.Tally;
import dev.hark.review.Voice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
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

  private static final String COLUMNS =
      "group_id, worker_id, requester_id, pay, fairness, speed, communication, accessibility,"
          + " rejections, terms_broken, words, written";

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
   * @param words may be empty
   */
  public record Opinion(
      Map<Attribute, Integer> marks,
      Optional<Rejections> rejections,
      boolean termsBroken,
      String words) {
    public Opinion {
      marks = Map.copyOf(marks);
      if (words.length() > WORDS_LIMIT) {
        throw new Fault.Refused(Refusal.INVALID, "words: at most " + WORDS_LIMIT + " characters");
      }
      if (marks.values().stream().anyMatch(mark -> mark < 1 || mark > 5)) {
        throw new Fault.Refused(Refusal.INVALID, "marks: 1 to 5 each");
      }
    }
  }

  /**
   * Writes or replaces a worker's review about a group; what it said before is kept.
   *
   * @return the review as others see it
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such group, {@link
   *     Refusal#NOT_WORKED_FOR} where the worker handed in nothing there
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
                      "select 1 from assignment where worker_id = :worker and group_id = :group"
                          + " and submitted is not null")
                  .bind("worker", workerId)
                  .bind("group", groupId)
                  .mapTo(Integer.class)
                  .findFirst()
                  .isPresent();
          if (!worked) {
            throw new Fault.Refused(Refusal.NOT_WORKED_FOR);
          }
          put(handle, workerId, groupId, requesterId, opinion, clock.instant());
          // Without the reviewer: requesters know them by another name.
          Events.emit(
              handle,
              clock.instant(),
              Event.toRequester(EventKind.REVIEW_WRITTEN, requesterId).group(groupId));
          return byWorker(handle, workerId, requesterId).stream()
              .filter(review -> review.groupId().equals(groupId))
              .findFirst()
              .orElseThrow();
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
    List<Review> before = byWorker(handle, workerId, requesterId);
    handle.execute(
        "insert into review_history ("
            + COLUMNS
            + ", replaced) select "
            + COLUMNS
            + ", ? from review where group_id = ? and worker_id = ?",
        clock.millis(),
        groupId,
        workerId);
    insert(handle, workerId, groupId, requesterId, opinion, written);
    Voice now = Voice.of(byWorker(handle, workerId, requesterId));
    Tally tally = Tallies.load(handle, requesterId);
    Tallies.save(
        handle,
        requesterId,
        before.isEmpty() ? tally.plus(now) : tally.replace(Voice.of(before), now));
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
                  :accessibility, :rejections, :broken, :words, :written)
                on conflict (group_id, worker_id) do update set pay = excluded.pay,
                  fairness = excluded.fairness, speed = excluded.speed,
                  communication = excluded.communication, accessibility = excluded.accessibility,
                  rejections = excluded.rejections, terms_broken = excluded.terms_broken,
                  words = excluded.words, written = excluded.written
                """
                    .formatted(COLUMNS))
            .bind("id", Ids.next())
            .bind("group", groupId)
            .bind("worker", workerId)
            .bind("requester", requesterId)
            .bind("rejections", opinion.rejections().map(Rejections::name).orElse(null))
            .bind("broken", opinion.termsBroken() ? 1 : 0)
            .bind("words", opinion.words())
            .bind("written", written.toEpochMilli());
    for (Attribute attribute : Attribute.values()) {
      update.bind(Tallies.column(attribute), opinion.marks().get(attribute));
    }
    update.execute();
  }

  private static List<Review> byWorker(Handle handle, String workerId, String requesterId) {
    return handle
        .createQuery(
            "select r.*, a.secret from review r join account a on a.id = r.worker_id"
                + " where r.worker_id = :worker and r.requester_id = :requester")
        .bind("worker", workerId)
        .bind("requester", requesterId)
        .map((row, context) -> of(row))
        .list();
  }

  /**
   * Reviews of a requester, newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such requester
   */
  public Slice<Review> of(String requesterId, Optional<String> cursor, int limit) {
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.of(Long.MAX_VALUE, ""));
    return store.read(
        handle -> {
          Requesters.require(handle, requesterId);
          return Slice.of(
              handle
                  .createQuery(
                      """
                      select r.*, a.secret from review r join account a on a.id = r.worker_id
                      where r.requester_id = :requester
                        and (r.written, r.id) < (:written, :id)
                      order by r.written desc, r.id desc
                      limit :limit
                      """)
                  .bind("requester", requesterId)
                  .bind("written", from.number(0))
                  .bind("id", from.text(1))
                  .bind("limit", limit + 1)
                  .map(
                      (row, context) ->
                          new Slice.Row<>(
                              of(row), Cursor.of(row.getLong("written"), row.getString("id"))))
                  .list(),
              limit);
        });
  }

  private static Review of(ResultSet row) throws SQLException {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      int mark = row.getInt(Tallies.column(attribute));
      if (!row.wasNull()) {
        marks.put(attribute, mark);
      }
    }
    String requesterId = row.getString("requester_id");
    return new Review(
        requesterId,
        row.getString("group_id"),
        pseudonym(row.getString("secret"), requesterId),
        marks,
        Optional.ofNullable(row.getString("rejections")).map(Rejections::valueOf),
        row.getInt("terms_broken") == 1,
        row.getString("words"),
        Instant.ofEpochMilli(row.getLong("written")));
  }

  /** The same for one worker's reviews of one requester, and not to be linked to any others. */
  private static String pseudonym(String secret, String requesterId) {
    return "worker-" + Sha256.of(secret + ":" + requesterId).substring(0, 8);
  }
}
