package dev.hark.hub.work;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.PostedTaskJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.SubmissionJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Groups as their requester sees them, with how far they are. Safe for use by several threads and
 * hubs.
 */
public final class PostedGroups {
  private static final String SELECT =
      """
      select g.*,
        (select count(*) from slot s
          where s.group_id = g.id and s.done = 0 and s.held_until > :now) as held,
        (select count(*) from assignment a
          where a.group_id = g.id and a.state = 'SUBMITTED') as waiting,
        (select count(*) from assignment a
          where a.group_id = g.id and a.state = 'APPROVED') as approved,
        (select count(*) from assignment a
          where a.group_id = g.id and a.state = 'REJECTED') as rejected
      from task_group g
      """;

  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private final Store store;
  private final Clock clock;
  private final Approvals approvals;
  private final Postings postings;

  public PostedGroups(Store store, Clock clock, Approvals approvals, Postings postings) {
    this.store = store;
    this.clock = clock;
    this.approvals = approvals;
    this.postings = postings;
  }

  /**
   * A requester's groups, and for the operator everybody's, the newest first; those that were
   * deleted are left out.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<PostedGroupJson> all(Caller caller, Optional<String> cursor, int limit) {
    settle(caller);
    Cursor from = Cursor.newestFirst(cursor);
    Instant now = clock.instant();
    boolean every = caller.role() == Role.OPERATOR;
    return store.read(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      SELECT
                          + " where g.state <> 'DELETED' and (g.created, g.id) < (:at, :id)"
                          + (every ? "" : " and g.requester_id = :requester")
                          + " order by g.created desc, g.id desc limit :limit")
                  .bind("now", now.toEpochMilli());
          if (!every) {
            query.bind("requester", caller.id());
          }
          return from.page(query, limit, "created", "id", (row, _) -> of(row, now));
        });
  }

  /**
   * One group, also one that was deleted.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such group
   */
  public PostedGroupJson group(Caller caller, String id) {
    settle(caller);
    return store.read(
        handle -> {
          requireOwn(handle, caller, id);
          return one(handle, clock.instant(), id);
        });
  }

  /** The tasks of a group in the order in which they were posted. */
  public Slice<PostedTaskJson> tasks(Caller caller, String id, Optional<String> cursor, int limit) {
    Cursor from = Cursor.oldestFirst(cursor);
    return store.read(
        handle -> {
          requireOwn(handle, caller, id);
          return from.page(
              handle
                  .createQuery(
                      """
                      select t.*,
                        (select count(*) from assignment a
                          where a.task_id = t.id and a.submitted is not null) as answers
                      from task t
                      where t.group_id = :group and t.position >= 0
                        and (t.position, t.id) > (:at, :id)
                      order by t.position, t.id limit :limit
                      """)
                  .bind("group", id),
              limit,
              "position",
              "id",
              (row, _) -> task(row));
        });
  }

  /** The answers to a group in the order in which they were handed in, whatever their state. */
  public Slice<SubmissionJson> submissions(
      Caller caller, String id, Optional<String> cursor, int limit) {
    settle(caller);
    Cursor from = Cursor.oldestFirst(cursor);
    Instant now = clock.instant();
    return store.read(
        handle -> {
          requireOwn(handle, caller, id);
          return from.page(
              handle
                  .createQuery(
                      Held.SELECT
                          + " where a.group_id = :group and a.submitted is not null"
                          + " and (a.submitted, a.id) > (:at, :id)"
                          + " order by a.submitted, a.id limit :limit")
                  .bind("group", id),
              limit,
              "submitted",
              "id",
              (row, _) -> Assignments.submission(now, Held.of(row)));
        });
  }

  private void settle(Caller caller) {
    approvals.settleForRequester(caller.id());
    postings.settle();
  }

  private static void requireOwn(Handle handle, Caller caller, String id) {
    boolean own =
        handle
            .createQuery("select requester_id from task_group where id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .findOne()
            .filter(caller::answersFor)
            .isPresent();
    if (!own) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
  }

  static PostedGroupJson one(Handle handle, Instant now, String id) {
    return handle
        .createQuery(SELECT + " where g.id = :id")
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .map((row, context) -> of(row, now))
        .one();
  }

  private static PostedGroupJson of(ResultSet row, Instant now) throws SQLException {
    String state = row.getString("state");
    boolean draft = state.equals("DRAFT");
    Instant expires = Instant.ofEpochMilli(row.getLong("expires"));
    String needs = row.getString("needs");
    int held = row.getInt("held");
    return new PostedGroupJson(
        row.getString("id"),
        row.getString("requester_id"),
        row.getString("title"),
        row.getString("kind"),
        row.getString("language"),
        new MoneyJson(row.getLong("reward_minor"), row.getString("currency")),
        row.getLong("allowed_seconds"),
        row.getLong("approve_seconds"),
        needs.isEmpty() ? List.of() : List.of(needs.split(",")),
        Assignments.read(row.getString("keywords"), WORDS),
        row.getInt("copies"),
        row.getInt("priority"),
        state.equals("PUBLISHED") && !expires.isAfter(now) ? "EXPIRED" : state,
        Instant.ofEpochMilli(row.getLong("created")),
        draft ? null : Instant.ofEpochMilli(row.getLong("published")),
        optional(row, "lifetime_seconds"),
        draft || row.getLong("expires") == GroupWriter.NEVER ? null : expires,
        row.getString("annotation"),
        row.getInt("tasks"),
        new PostedGroupJson.AnswersJson(
            state.equals("PUBLISHED") && expires.isAfter(now)
                ? Math.max(row.getInt("open_slots") - held, 0)
                : 0,
            held,
            row.getInt("waiting"),
            row.getInt("approved"),
            row.getInt("rejected")),
        Groups.audioSeconds(row),
        Groups.times(row));
  }

  private static @Nullable Long optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static PostedTaskJson task(ResultSet row) throws SQLException {
    return new PostedTaskJson(
        row.getString("id"),
        Assignments.read(row.getString("question"), QuestionJson.class),
        Assignments.answer(row.getString("gold")),
        row.getString("annotation"),
        row.getInt("answers"));
  }
}
