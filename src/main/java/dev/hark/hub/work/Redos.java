package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.store.Store;
import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.RedoJson;
import dev.hark.wire.SubmissionJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Answers that are asked for again instead of being rejected. Meanwhile the answer from before
 * stays where it is, undecided, and the time until it is approved by itself stands still; when the
 * worker's time is over, or they give it back, that time goes on. Safe for use by several threads
 * and hubs.
 */
public final class Redos {
  /** Longest words that say what to do again, in characters. */
  public static final int WORDS_LIMIT = 1_000;

  /** Least time that a worker gets. */
  public static final Duration LEAST = Duration.ofMinutes(1);

  /** Most time that a worker gets. */
  public static final Duration MOST = Duration.ofDays(7);

  /** How often the same answer may be asked for again. */
  public static final int TIMES = 2;

  private final Store store;
  private final Clock clock;
  private final Approvals approvals;

  public Redos(Store store, Clock clock, Approvals approvals) {
    this.store = store;
    this.clock = clock;
    this.approvals = approvals;
  }

  /**
   * Asks the worker to do an undecided answer again; the same request again does nothing while it
   * is open.
   *
   * @param words what is to be different, for the worker
   * @param time how long they have for it
   * @throws Fault.Refused with {@link Refusal#INVALID}, {@link Refusal#NOT_FOUND}, {@link
   *     Refusal#ALREADY_DECIDED}, {@link Refusal#REDO_OPEN} (asked for in other words), or {@link
   *     Refusal#REDO_SPENT}
   */
  public SubmissionJson ask(Caller caller, String assignmentId, String words, Duration time) {
    if (words.isBlank() || words.length() > WORDS_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "words: 1 to " + WORDS_LIMIT + " characters");
    }
    if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
      throw new Fault.Refused(
          Refusal.INVALID, "seconds: " + LEAST.toSeconds() + " to " + MOST.toSeconds());
    }
    return store.write(
        handle -> {
          Instant now = clock.instant();
          Held held = approvals.settled(handle, approvals.of(handle, caller, assignmentId));
          if (!held.state().equals("SUBMITTED")) {
            throw new Fault.Refused(Refusal.ALREADY_DECIDED);
          }
          if (!(held.redoAt(now) && asked(handle, assignmentId).words().equals(words))) {
            open(handle, caller, held, words, now, now.plus(time));
            Audit.note(handle, now, caller.id(), Deed.REDO_ASKED, assignmentId);
          }
          return Assignments.submission(now, Held.find(handle, assignmentId));
        });
  }

  private static void open(
      Handle handle, Caller caller, Held held, String words, Instant now, Instant until) {
    if (held.redoAt(now)) {
      throw new Fault.Refused(Refusal.REDO_OPEN, held.redoUntil().orElseThrow());
    }
    int before =
        handle
            .createQuery("select count(*) from redo where assignment_id = :id")
            .bind("id", held.id())
            .mapTo(Integer.class)
            .one();
    if (before >= TIMES) {
      throw new Fault.Refused(Refusal.REDO_SPENT);
    }
    int opened =
        handle.execute(
            "update assignment set redo_until = ?, due = due + ?"
                + " where id = ? and state = 'SUBMITTED' and due > ?"
                + " and (redo_until is null or redo_until <= ?)",
            until.toEpochMilli(),
            Duration.between(now, until).toMillis(),
            held.id(),
            now.toEpochMilli(),
            now.toEpochMilli());
    if (opened == 0) {
      Held other = Held.find(handle, held.id());
      throw other.redoAt(now)
          ? new Fault.Refused(Refusal.REDO_OPEN, other.redoUntil().orElseThrow())
          : new Fault.Refused(Refusal.ALREADY_DECIDED);
    }
    handle.execute(
        "insert into redo (assignment_id, nth, words, by_id, asked, ends, former_answer,"
            + " former_key) values (?, ?, ?, ?, ?, ?, ?, ?)",
        held.id(),
        before + 1,
        words,
        caller.id(),
        now.toEpochMilli(),
        until.toEpochMilli(),
        held.answer(),
        held.answerKey());
    Telling.assignment(handle, EventKind.ASSIGNMENT_REDO_ASKED, held, now);
  }

  /** What was last asked for again. */
  static RedoJson asked(Handle handle, String assignmentId) {
    return handle
        .createQuery(
            "select words, asked, ends from redo where assignment_id = :id"
                + " order by nth desc limit 1")
        .bind("id", assignmentId)
        .map(
            (row, context) ->
                new RedoJson(
                    row.getString("words"),
                    Instant.ofEpochMilli(row.getLong("asked")),
                    Instant.ofEpochMilli(row.getLong("ends"))))
        .one();
  }

  /**
   * Puts the new answer in the place of the one from before, undecided, with the whole time until
   * it is approved by itself.
   *
   * @return false where it was decided, or somebody else's call came first
   */
  static boolean take(Handle handle, Held held, Answer answer, String key, Instant now) {
    int taken =
        handle.execute(
            "update assignment set answer = ?, answer_key = ?, redo_until = null, due = ?,"
                + " redo_millis = redo_millis + ?"
                + " where id = ? and state = 'SUBMITTED' and redo_until = ?",
            Publishing.json(AnswerJson.of(answer)),
            key,
            now.plusSeconds(held.approveSeconds()).toEpochMilli(),
            Ended.again(held, asked(handle, held.id()).asked(), now),
            held.id(),
            held.redoUntil().orElseThrow().toEpochMilli());
    return taken == 1 && end(handle, held.id(), "redone", now);
  }

  /**
   * The worker stays with the answer from before.
   *
   * @throws Fault.Refused with {@link Refusal#ANSWER_CONFLICT} where nothing is asked for again
   */
  static void decline(Handle handle, Held held, Instant now) {
    if (!held.redoAt(now)) {
      throw new Fault.Refused(Refusal.ANSWER_CONFLICT);
    }
    long until = held.redoUntil().orElseThrow().toEpochMilli();
    int declined =
        handle.execute(
            "update assignment set redo_until = null, due = due - ?"
                + " where id = ? and state = 'SUBMITTED' and redo_until = ?",
            until - now.toEpochMilli(),
            held.id(),
            until);
    if (declined == 1) {
      end(handle, held.id(), "declined", now);
    }
  }

  private static boolean end(Handle handle, String assignmentId, String how, Instant now) {
    return handle.execute(
            "update redo set "
                + how
                + " = ? where assignment_id = ? and nth ="
                + " (select max(nth) from redo last where last.assignment_id = ?)",
            now.toEpochMilli(),
            assignmentId,
            assignmentId)
        == 1;
  }

  /** Whether this very answer was handed in before a redo, and comes again. */
  static boolean isFormer(Handle handle, String assignmentId, Answer answer, String key) {
    return handle
        .createQuery(
            "select former_answer from redo where assignment_id = :id and former_key = :key")
        .bind("id", assignmentId)
        .bind("key", key)
        .mapTo(String.class)
        .list()
        .stream()
        .anyMatch(json -> Assignments.read(json, AnswerJson.class).toAnswer().equals(answer));
  }
}
