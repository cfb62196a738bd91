package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.task.GrantState;
import dev.hark.task.GrantWay;
import dev.hark.wire.GrantJson;
import dev.hark.wire.QualificationJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Asks for qualifications, grants, denies and revokes them. Safe for several threads and hubs. */
public final class Grants {
  /** Longest words of a worker, and longest reason of an owner, in characters. */
  public static final int WORDS_LIMIT = 1_000;

  private final Store store;
  private final Clock clock;

  public Grants(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Asks for a qualification. One that is had automatically is granted at once. Asking again while
   * the owner has not decided changes nothing.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID} (the words are
   *     too long), {@link Refusal#NOT_OFFERED} (it cannot be had by asking) or {@link
   *     Refusal#TOO_EARLY}
   */
  public QualificationJson request(String workerId, String id, String words) {
    KindRules.require(
        words.length() <= WORDS_LIMIT, "words: at most " + WORDS_LIMIT + " characters");
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          Kind kind = Kind.require(handle, id);
          Optional<Grant> had = Grant.find(handle, workerId, id);
          if (!isSettled(kind, had)) {
            requireFrom(kind, had, now);
            Grant grant = asked(kind, had, workerId, words, now);
            Grant.put(handle, kind, grant, now);
            if (grant.state() == GrantState.PENDING) {
              Events.emit(
                  handle,
                  now,
                  Event.toRequester(EventKind.QUALIFICATION_REQUESTED, kind.ownerId())
                      .with("qualification", kind.id()));
            }
          }
          return kind.json(Grant.find(handle, workerId, id), now);
        });
  }

  /** Whether asking again asks for what is there already. */
  private static boolean isSettled(Kind kind, Optional<Grant> had) {
    return had.isPresent()
        && (had.get().state() == GrantState.PENDING
            || (kind.way() == GrantWay.AUTOMATIC && had.get().state() == GrantState.GRANTED));
  }

  private static void requireFrom(Kind kind, Optional<Grant> had, Instant now) {
    if (kind.way() != GrantWay.AUTOMATIC && kind.way() != GrantWay.REQUEST) {
      throw new Fault.Refused(Refusal.NOT_OFFERED);
    }
    requireTime(kind, had, now);
  }

  /** What may not be asked for, or not yet, is refused. */
  static void requireTime(Kind kind, Optional<Grant> had, Instant now) {
    Instant from = kind.from(had, now).orElseThrow(() -> new Fault.Refused(Refusal.NOT_OFFERED));
    if (from.isAfter(now)) {
      throw new Fault.Refused(Refusal.TOO_EARLY, from);
    }
  }

  private static Grant asked(
      Kind kind, Optional<Grant> had, String workerId, String words, Instant now) {
    OptionalLong before = had.map(Grant::value).orElse(OptionalLong.empty());
    return kind.way() == GrantWay.AUTOMATIC
        ? new Grant(workerId, kind.id(), GrantState.GRANTED, kind.automaticValue(), words, "", now)
        : new Grant(workerId, kind.id(), GrantState.PENDING, before, words, "", now);
  }

  /**
   * Grants a qualification, whether it was asked for or not; again with another value changes it.
   *
   * @param value empty where only one is possible
   * @param reason in words that the worker can read; may be empty
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller owns no such
   *     qualification or there is no such worker, {@link Refusal#INVALID} where the value is out of
   *     its range, or it is retired
   */
  public GrantJson grant(
      Caller owner, String id, String workerId, OptionalLong value, String reason) {
    KindRules.require(
        reason.length() <= WORDS_LIMIT, "reason: at most " + WORDS_LIMIT + " characters");
    return decide(
        owner,
        id,
        workerId,
        (kind, had, now) -> {
          KindRules.require(!kind.retired(), "qualification: one that is not retired");
          long given = value.orElse(kind.automaticValue().orElse(kind.least()));
          KindRules.require(
              (value.isPresent()
                      || kind.least() == kind.most()
                      || kind.automaticValue().isPresent())
                  && given >= kind.least()
                  && given <= kind.most(),
              "value: " + kind.least() + " to " + kind.most());
          return new Grant(
              workerId,
              id,
              GrantState.GRANTED,
              OptionalLong.of(given),
              had.map(Grant::words).orElse(""),
              reason,
              now);
        });
  }

  /**
   * Denies what a worker asked for; does nothing where that was done.
   *
   * @param reason in words that the worker can read
   * @throws Fault.Refused with {@link Refusal#INVALID} without a reason, {@link Refusal#NOT_FOUND},
   *     {@link Refusal#ALREADY_DECIDED} where nothing waits for a decision
   */
  public GrantJson deny(Caller owner, String id, String workerId, String reason) {
    return end(owner, id, workerId, reason, GrantState.PENDING, GrantState.DENIED);
  }

  /**
   * Takes a qualification back; does nothing where that was done. From then on only the owner can
   * give it.
   *
   * @param reason in words that the worker can read
   * @throws Fault.Refused with {@link Refusal#INVALID} without a reason, {@link Refusal#NOT_FOUND},
   *     {@link Refusal#ALREADY_DECIDED} where the worker does not have it
   */
  public GrantJson revoke(Caller owner, String id, String workerId, String reason) {
    return end(owner, id, workerId, reason, GrantState.GRANTED, GrantState.REVOKED);
  }

  private GrantJson end(
      Caller owner, String id, String workerId, String reason, GrantState from, GrantState to) {
    KindRules.require(
        !reason.isBlank() && reason.length() <= WORDS_LIMIT,
        "reason: 1 to " + WORDS_LIMIT + " characters");
    return decide(
        owner,
        id,
        workerId,
        (kind, had, now) -> {
          Grant before = had.orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, workerId));
          if (before.state() == to) {
            return before;
          }
          boolean possible =
              to == GrantState.REVOKED ? before.value().isPresent() : before.state() == from;
          if (!possible) {
            throw new Fault.Refused(Refusal.ALREADY_DECIDED);
          }
          OptionalLong kept = to == GrantState.REVOKED ? OptionalLong.empty() : before.value();
          return new Grant(workerId, id, to, kept, before.words(), reason, now);
        });
  }

  private GrantJson decide(Caller owner, String id, String workerId, Decision decision) {
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          Kind kind = Kinds.owned(handle, owner, id);
          requireWorker(handle, workerId);
          Optional<Grant> had = Grant.find(handle, workerId, id);
          Grant grant = decision.make(kind, had, now);
          if (!had.equals(Optional.of(grant))) {
            Grant.put(handle, kind, grant, now);
            Audit.note(handle, now, owner.id(), deed(grant.state()), id);
            Events.emit(handle, now, decided(kind, grant));
          }
          return grant.json(kind, now);
        });
  }

  private static Event decided(Kind kind, Grant grant) {
    EventKind happened =
        switch (grant.state()) {
          case DENIED -> EventKind.QUALIFICATION_REFUSED;
          case REVOKED -> EventKind.QUALIFICATION_REVOKED;
          case GRANTED, PENDING, TESTING, FAILED -> EventKind.QUALIFICATION_GRANTED;
        };
    return Event.toWorker(happened, grant.workerId()).with("qualification", kind.id());
  }

  private static Deed deed(GrantState state) {
    return switch (state) {
      case DENIED -> Deed.QUALIFICATION_DENIED;
      case REVOKED -> Deed.QUALIFICATION_REVOKED;
      case GRANTED, PENDING, TESTING, FAILED -> Deed.QUALIFICATION_GRANTED;
    };
  }

  private static void requireWorker(Handle handle, String workerId) {
    boolean there =
        handle
            .createQuery("select 1 from account where id = :id and role = 'WORKER'")
            .bind("id", workerId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!there) {
      throw new Fault.Refused(Refusal.NOT_FOUND, workerId);
    }
  }

  private interface Decision {
    Grant make(Kind kind, Optional<Grant> had, Instant now);
  }

  /**
   * What a worker has, asked for or was refused, what changed last first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<QualificationJson> of(String workerId, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle -> {
          List<Grant> grants =
              handle
                  .createQuery(
                      "select"
                          + Grant.COLUMNS
                          + "from worker_qualification w where w.worker_id = :worker"
                          + " and (w.changed, w.qualification_id) < (:changed, :kind)"
                          + " order by w.changed desc, w.qualification_id desc limit :limit")
                  .bind("worker", workerId)
                  .bind("changed", from.number(0))
                  .bind("kind", from.text(1))
                  .bind("limit", limit + 1)
                  .map((row, context) -> Grant.of(row))
                  .list();
          return Slice.of(
              grants.stream()
                  .map(
                      grant ->
                          new Slice.Row<>(
                              Kind.require(handle, grant.qualificationId())
                                  .json(Optional.of(grant), clock.instant()),
                              Cursor.of(grant.changed().toEpochMilli(), grant.qualificationId())))
                  .toList(),
              limit);
        });
  }

  /**
   * What waits for the caller's decision, the oldest first. The operator sees what waits for the
   * operator, not for others.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<GrantJson> waiting(Caller owner, Optional<String> cursor, int limit) {
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.of(Long.MIN_VALUE, "", ""));
    return store.read(
        handle ->
            Slice.of(
                handle
                    .createQuery(
                        "select"
                            + Grant.COLUMNS
                            + "from worker_qualification w"
                            + " where w.owner_id = :owner and w.state = 'PENDING'"
                            + " and (w.changed, w.worker_id, w.qualification_id)"
                            + " > (:changed, :worker, :kind)"
                            + " order by w.changed, w.worker_id, w.qualification_id limit :limit")
                    .bind("owner", owner.id())
                    .bind("changed", from.number(0))
                    .bind("worker", from.text(1))
                    .bind("kind", from.text(2))
                    .bind("limit", limit + 1)
                    .map((row, context) -> row(handle, row))
                    .list(),
                limit));
  }

  /**
   * Who has a qualification, or had to do with it, in one state; the oldest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller owns none of this id
   */
  public Slice<GrantJson> holders(
      Caller owner, String id, GrantState state, Optional<String> cursor, int limit) {
    Cursor from = Cursor.oldestFirst(cursor);
    return store.read(
        handle -> {
          Kinds.owned(handle, owner, id);
          return Slice.of(
              handle
                  .createQuery(
                      "select"
                          + Grant.COLUMNS
                          + "from worker_qualification w"
                          + " where w.qualification_id = :kind and w.state = :state"
                          + " and (w.changed, w.worker_id) > (:changed, :worker)"
                          + " order by w.changed, w.worker_id limit :limit")
                  .bind("kind", id)
                  .bind("state", state.name())
                  .bind("changed", from.number(0))
                  .bind("worker", from.text(1))
                  .bind("limit", limit + 1)
                  .map((row, context) -> row(handle, row))
                  .list(),
              limit);
        });
  }

  private Slice.Row<GrantJson> row(Handle handle, ResultSet row) throws SQLException {
    Grant grant = Grant.of(row);
    return new Slice.Row<>(
        grant.json(Kind.require(handle, grant.qualificationId()), clock.instant()),
        Cursor.of(grant.changed().toEpochMilli(), grant.workerId(), grant.qualificationId()));
  }
}
