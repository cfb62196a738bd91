package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.Fit;
import dev.hark.hub.work.Gold;
import dev.hark.task.Answer;
import dev.hark.task.GrantState;
import dev.hark.task.GrantWay;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AttemptJson;
import dev.hark.wire.NewQualificationJson.KeyedAnswerJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.TestAttemptJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * Gives tests and scores them. A test that was begun is had once: starting again while its time
 * runs gives the same one, so that a worker can go on elsewhere. Safe for several threads and hubs.
 */
public final class Tests {
  private final Store store;
  private final Clock clock;

  public Tests(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Starts the test of a qualification, or goes on with it.
   *
   * @param key the same key again gives the same test, whatever has become of it
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_OFFERED} (no test, or
   *     none any more), {@link Refusal#TOO_EARLY}, or {@link Refusal#INVALID} (the key was used for
   *     another qualification)
   */
  public AttemptJson start(String workerId, String kindId, String key) {
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          Kind kind = Kind.require(handle, kindId);
          Optional<Attempt> same = Attempt.ofKey(handle, workerId, key);
          if (same.isPresent()) {
            KindRules.require(
                same.get().kindId().equals(kindId),
                "Idempotency-Key: not used for another qualification before");
            return same.get().json(handle, now);
          }
          return begin(handle, kind, workerId, key, now).json(handle, now);
        });
  }

  private static Attempt begin(Handle handle, Kind kind, String workerId, String key, Instant now) {
    if (kind.way() != GrantWay.TEST) {
      throw new Fault.Refused(Refusal.NOT_OFFERED);
    }
    Optional<Attempt> last = Attempt.last(handle, workerId, kind.id());
    if (last.isPresent() && last.get().isOpen(now)) {
      return last.get();
    }
    Optional<Grant> had = Grant.find(handle, workerId, kind.id());
    Grants.requireTime(kind, had.map(grant -> ended(grant, now)), now);
    Instant deadline = now.plusSeconds(kind.testSeconds());
    String id = Ids.next();
    handle.execute(
        "insert into test_attempt (id, worker_id, qualification_id, number, start_key, started,"
            + " deadline) values (?, ?, ?, ?, ?, ?, ?)",
        id,
        workerId,
        kind.id(),
        last.map(Attempt::number).orElse(0) + 1,
        key,
        now.toEpochMilli(),
        deadline.toEpochMilli());
    Grant.put(
        handle,
        kind,
        new Grant(
            workerId,
            kind.id(),
            GrantState.TESTING,
            had.map(Grant::value).orElse(OptionalLong.empty()),
            "",
            "",
            deadline),
        now);
    return Attempt.ofWorker(handle, id, workerId);
  }

  /** A test whose time is over is not open any more, though it might still be handed in. */
  private static Grant ended(Grant grant, Instant now) {
    return grant.state() == GrantState.TESTING && !now.isBefore(grant.changed())
        ? new Grant(
            grant.workerId(),
            grant.qualificationId(),
            GrantState.FAILED,
            grant.value(),
            grant.words(),
            grant.reason(),
            grant.changed())
        : grant;
  }

  /**
   * A worker's test, with its result where it was handed in.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the worker has none of this id
   */
  public AttemptJson attempt(String workerId, String id) {
    return store.read(
        handle -> Attempt.ofWorker(handle, id, workerId).json(handle, clock.instant()));
  }

  /**
   * All tries at the test of a qualification, the newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller owns none of this id
   */
  public Slice<TestAttemptJson> attempts(
      Caller owner, String kindId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle -> {
          Kind kind = Kinds.owned(handle, owner, kindId);
          Instant now = clock.instant();
          return from.page(
              handle
                  .createQuery(
                      "select t.*, q.test from test_attempt t"
                          + " join qualification q on q.id = t.qualification_id"
                          + " where t.qualification_id = :kind and (t.started, t.id) < (:at, :id)"
                          + " order by t.started desc, t.id desc limit :limit")
                  .bind("kind", kindId),
              limit,
              "started",
              "id",
              (row, _) -> Attempt.of(row).told(kind, now));
        });
  }

  /**
   * Hands a test in: it is scored at once, once. The same answers again give the same result. A
   * question may be left open with empty words. Who has a higher value already keeps it.
   *
   * @param key kept with the answers
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#ANSWER_CONFLICT} (other
   *     answers are here), {@link Refusal#LEASE_EXPIRED} or {@link Refusal#ANSWER_UNFIT}
   */
  public AttemptJson submit(String workerId, String id, Answer answer, String key) {
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          Attempt attempt = Attempt.ofWorker(handle, id, workerId);
          if (attempt.submitted().isEmpty()) {
            score(handle, attempt, answer, key, now);
            attempt = Attempt.ofWorker(handle, id, workerId);
          }
          if (!attempt.given().equals(Optional.of(answer))) {
            throw new Fault.Refused(Refusal.ANSWER_CONFLICT);
          }
          return attempt.json(handle, now);
        });
  }

  private static void score(
      Handle handle, Attempt attempt, Answer answer, String key, Instant now) {
    if (now.isAfter(attempt.deadline().plus(Grant.GRACE))) {
      throw new Fault.Refused(Refusal.LEASE_EXPIRED, attempt.deadline());
    }
    Question.Form form = attempt.form();
    if (!(answer instanceof Answer.Form(List<Answer> parts)) || !fits(form, parts)) {
      throw new Fault.Refused(Refusal.ANSWER_UNFIT);
    }
    long points = points(key(handle, attempt.kindId()), parts);
    Kind kind = Kind.require(handle, attempt.kindId());
    OptionalLong worth = kind.worth(points);
    int stored =
        handle.execute(
            "update test_attempt set submitted = ?, answer = ?, submit_key = ?, points = ?,"
                + " value = ? where id = ? and submitted is null",
            now.toEpochMilli(),
            StoredJson.of(AnswerJson.of(answer)),
            key,
            points,
            worth.isPresent() ? worth.getAsLong() : null,
            attempt.id());
    if (stored == 1) {
      grant(handle, kind, attempt.workerId(), worth, now);
    }
  }

  private static void grant(
      Handle handle, Kind kind, String workerId, OptionalLong worth, Instant now) {
    Grant had = Grant.find(handle, workerId, kind.id()).orElseThrow();
    if (had.state() != GrantState.TESTING) {
      // The owner decided while the test was open: that stands.
      return;
    }
    boolean better =
        worth.isPresent() && (had.value().isEmpty() || worth.getAsLong() > had.value().getAsLong());
    Grant.put(
        handle,
        kind,
        new Grant(
            workerId,
            kind.id(),
            worth.isPresent() ? GrantState.GRANTED : GrantState.FAILED,
            better ? worth : had.value(),
            "",
            "",
            now),
        now);
  }

  private static boolean fits(Question.Form form, List<Answer> parts) {
    if (parts.size() != form.parts().size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).equals(new Answer.Text(""))
          && !Fit.fits(form.parts().get(i), parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static long points(KeyedAnswerJson[][] key, List<Answer> parts) {
    long points = 0;
    for (int i = 0; i < key.length; i++) {
      long best = 0;
      for (KeyedAnswerJson keyed : key[i]) {
        if (Gold.agrees(keyed.answer().toAnswer(), parts.get(i))) {
          best = Math.max(best, keyed.points());
        }
      }
      points += best;
    }
    return points;
  }

  private static KeyedAnswerJson[][] key(Handle handle, String kindId) {
    return StoredJson.read(
        handle
            .createQuery("select answer_key from qualification where id = :id")
            .bind("id", kindId)
            .mapTo(String.class)
            .one(),
        KeyedAnswerJson[][].class);
  }

  /** One try, as it is stored. */
  private record Attempt(
      String id,
      String workerId,
      String kindId,
      int number,
      Instant started,
      Instant deadline,
      Optional<Instant> submitted,
      Optional<String> answer,
      long points,
      OptionalLong value,
      String question) {
    private static final String SELECT =
        "select t.*, q.test from test_attempt t join qualification q on q.id = t.qualification_id"
            + " where t.worker_id = :worker";

    static Optional<Attempt> ofKey(Handle handle, String workerId, String key) {
      return find(handle, workerId, " and t.start_key = :this", key);
    }

    static Optional<Attempt> last(Handle handle, String workerId, String kindId) {
      return find(
          handle,
          workerId,
          " and t.qualification_id = :this order by t.number desc limit 1",
          kindId);
    }

    static Attempt ofWorker(Handle handle, String id, String workerId) {
      return find(handle, workerId, " and t.id = :this", id)
          .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
    }

    private static Optional<Attempt> find(
        Handle handle, String workerId, String condition, String value) {
      return handle
          .createQuery(SELECT + condition)
          .bind("worker", workerId)
          .bind("this", value)
          .map((row, context) -> of(row))
          .findOne();
    }

    static Attempt of(ResultSet row) throws SQLException {
      long submitted = row.getLong("submitted");
      boolean open = row.wasNull();
      long worth = row.getLong("value");
      boolean nothing = row.wasNull();
      return new Attempt(
          row.getString("id"),
          row.getString("worker_id"),
          row.getString("qualification_id"),
          row.getInt("number"),
          Instant.ofEpochMilli(row.getLong("started")),
          Instant.ofEpochMilli(row.getLong("deadline")),
          open ? Optional.empty() : Optional.of(Instant.ofEpochMilli(submitted)),
          Optional.ofNullable(row.getString("answer")),
          row.getLong("points"),
          nothing ? OptionalLong.empty() : OptionalLong.of(worth),
          row.getString("test"));
    }

    private String stateAt(Instant now) {
      if (submitted.isPresent()) {
        return value.isPresent() ? "PASSED" : "FAILED";
      }
      return now.isAfter(deadline.plus(Grant.GRACE)) ? "EXPIRED" : "OPEN";
    }

    TestAttemptJson told(Kind kind, Instant now) {
      return new TestAttemptJson(
          id,
          workerId,
          number,
          stateAt(now),
          started,
          deadline,
          submitted.orElse(null),
          submitted.isPresent() ? points : null,
          kind.points(),
          value.isPresent() ? value.getAsLong() : null);
    }

    boolean isOpen(Instant now) {
      return submitted.isEmpty() && now.isBefore(deadline);
    }

    Question.Form form() {
      return (Question.Form) StoredJson.read(question, QuestionJson.class).toQuestion();
    }

    Optional<Answer> given() {
      return answer.map(json -> StoredJson.read(json, AnswerJson.class).toAnswer());
    }

    AttemptJson json(Handle handle, Instant now) {
      Kind kind = Kind.require(handle, kindId);
      boolean done = submitted.isPresent();
      Instant again =
          done ? kind.from(Grant.find(handle, workerId, kindId), now).orElse(null) : null;
      return new AttemptJson(
          id,
          kindId,
          kind.name(),
          StoredJson.read(question, QuestionJson.class),
          stateAt(now),
          started,
          deadline,
          answer.map(json -> StoredJson.read(json, AnswerJson.class)).orElse(null),
          done ? points : null,
          kind.points(),
          value.isPresent() ? value.getAsLong() : null,
          again);
    }
  }
}
