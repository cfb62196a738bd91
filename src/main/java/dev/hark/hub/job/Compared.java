package dev.hark.hub.job;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.account.Role;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.Bonuses;
import dev.hark.hub.work.GroupRules;
import dev.hark.hub.work.Payments;
import dev.hark.task.Money;
import dev.hark.wire.ComparedJson;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What workers see of the texts that their answers went into, and what they say to it. Safe for use
 * by several threads and hubs.
 */
public final class Compared {
  /** Longest words, in characters. */
  public static final int WORDS_LIMIT = 1_000;

  private final Store store;
  private final Clock clock;
  private final Payments payments;
  private final Bonuses bonuses;

  public Compared(Store store, Clock clock, Payments payments, Bonuses bonuses) {
    this.store = store;
    this.clock = clock;
    this.payments = payments;
    this.bonuses = bonuses;
  }

  /**
   * A worker's answers beside their texts, the newest first; those of pieces that may still get
   * answers are left out.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<ComparedJson> ofWorker(String workerId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle ->
            page(
                handle
                    .createQuery(
                        ComparedRows.SELECT
                            + " where p.worker_id = :worker and p.shown is not null"
                            + " and (p.shown, p.assignment_id) < (:at, :id)"
                            + " order by p.shown desc, p.assignment_id desc limit :limit")
                    .bind("worker", workerId),
                from,
                "shown",
                limit));
  }

  /**
   * One of them.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the worker has no such answer, or
   *     its piece may still get answers
   */
  public ComparedJson one(String workerId, String assignmentId) {
    return store.read(handle -> own(handle, workerId, assignmentId));
  }

  private static ComparedJson own(Handle handle, String workerId, String assignmentId) {
    return find(handle, assignmentId)
        .filter(one -> one.worker().equals(workerId))
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, assignmentId));
  }

  private static Optional<ComparedJson> find(Handle handle, String assignmentId) {
    return handle
        .createQuery(ComparedRows.SELECT + " where p.assignment_id = :id and p.shown is not null")
        .bind("id", assignmentId)
        .map((row, context) -> ComparedRows.of(row))
        .findOne();
  }

  /**
   * A worker says why the text or the bonus is wrong, once; the same words again do nothing.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} without words or where the highest bonus was
   *     paid, {@link Refusal#NOT_FOUND}, {@link Refusal#OBJECTED} where it was said in other words
   */
  public ComparedJson dispute(String workerId, String assignmentId, String words) {
    requireWords(words);
    return store.write(
        handle -> {
          ComparedJson one = own(handle, workerId, assignmentId);
          GroupRules.require(
              one.bonus().minor() < one.highest().minor() || one.highest().minor() == 0,
              "bonus: less than the highest");
          Instant now = clock.instant();
          int written =
              handle.execute(
                  "insert into dispute (assignment_id, requester_id, worker_id, words, made)"
                      + " values (?, ?, ?, ?, ?) on conflict (assignment_id) do nothing",
                  assignmentId,
                  one.requesterId(),
                  workerId,
                  words,
                  now.toEpochMilli());
          if (written == 1) {
            Events.emit(
                handle,
                now,
                Event.between(EventKind.ASSIGNMENT_DISPUTED, one.requesterId(), workerId)
                    .assignment(assignmentId));
          }
          ComparedJson after = own(handle, workerId, assignmentId);
          if (after.dispute() == null || !after.dispute().words().equals(words)) {
            throw new Fault.Refused(Refusal.OBJECTED);
          }
          return after;
        });
  }

  /**
   * Open disputes that are this caller's to settle, the oldest first; a moderator and the operator
   * see all.
   */
  public Slice<ComparedJson> disputes(Caller caller, Optional<String> cursor, int limit) {
    boolean all = caller.role() == Role.OPERATOR || caller.role() == Role.MODERATOR;
    Cursor from = Cursor.oldestFirst(cursor);
    return store.read(
        handle -> {
          Query query =
              handle.createQuery(
                  ComparedRows.SELECT
                      + " where d.settled is null and (d.made, d.assignment_id) > (:at, :id)"
                      + (all ? "" : " and d.requester_id = :requester")
                      + " order by d.made, d.assignment_id limit :limit");
          if (!all) {
            query.bind("requester", caller.id());
          }
          return page(query, from, "made", limit);
        });
  }

  private static Slice<ComparedJson> page(Query query, Cursor from, String column, int limit) {
    return from.page(query, limit, column, "assignment_id", (row, _) -> ComparedRows.of(row));
  }

  /**
   * Settles a dispute with the rest of the highest bonus, from the requester's money; where there
   * is none, the worker hears that they are right. Does nothing where it was settled so before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#ALREADY_DECIDED} where it
   *     was dismissed, {@link Refusal#NOT_COVERED}
   */
  public ComparedJson pay(Caller caller, String assignmentId) {
    return store.write(
        handle -> {
          ComparedJson one = judged(handle, caller, assignmentId);
          Instant now = clock.instant();
          Money rest =
              Money.of(one.highest().minor() - one.bonus().minor(), one.highest().currency());
          boolean closed = close(handle, caller, assignmentId, rest.minor(), null, now);
          if (closed && rest.minor() > 0) {
            payments.requireCovered(handle, one.requesterId(), rest, now);
            bonuses.pay(
                handle, assignmentId, Book.requester(one.requesterId()), rest, "100 %", now);
            Audit.note(handle, now, caller.id(), Deed.BONUS_GIVEN, assignmentId);
          }
          return settled(handle, assignmentId, true);
        });
  }

  /**
   * Settles a dispute without a bonus. Does nothing where it was settled so before.
   *
   * @param words why, which the worker gets to hear
   * @throws Fault.Refused with {@link Refusal#INVALID} without words, {@link Refusal#NOT_FOUND},
   *     {@link Refusal#ALREADY_DECIDED} where the bonus was paid
   */
  public ComparedJson dismiss(Caller caller, String assignmentId, String words) {
    requireWords(words);
    return store.write(
        handle -> {
          judged(handle, caller, assignmentId);
          Instant now = clock.instant();
          if (close(handle, caller, assignmentId, null, words, now)) {
            Audit.note(handle, now, caller.id(), Deed.DISPUTE_DISMISSED, assignmentId);
          }
          return settled(handle, assignmentId, false);
        });
  }

  private static boolean close(
      Handle handle,
      Caller caller,
      String assignmentId,
      @Nullable Long paid,
      @Nullable String reply,
      Instant now) {
    return handle.execute(
            "update dispute set settled = ?, settled_by = ?, paid_minor = ?, reply = ?"
                + " where assignment_id = ? and settled is null",
            now.toEpochMilli(),
            caller.id(),
            paid,
            reply,
            assignmentId)
        == 1;
  }

  private static ComparedJson settled(Handle handle, String assignmentId, boolean paid) {
    ComparedJson one = find(handle, assignmentId).orElseThrow();
    if (one.dispute() == null || paid == (one.dispute().paid() == null)) {
      throw new Fault.Refused(Refusal.ALREADY_DECIDED);
    }
    return one;
  }

  /** A disputed answer that this caller may judge: a moderator any, others their own. */
  private static ComparedJson judged(Handle handle, Caller caller, String assignmentId) {
    return find(handle, assignmentId)
        .filter(one -> one.dispute() != null)
        .filter(one -> caller.role() == Role.MODERATOR || caller.answersFor(one.requesterId()))
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, assignmentId));
  }

  private static void requireWords(String words) {
    GroupRules.require(
        !words.isBlank() && words.length() <= WORDS_LIMIT,
        "words: 1 to " + WORDS_LIMIT + " characters");
  }
}
