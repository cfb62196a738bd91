package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.account.Role;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.QuestionFiles;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.NewQualificationJson.KeyedAnswerJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.QuestionJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Sets up qualifications and lists them. Safe for use by several threads and hubs. */
public final class Kinds {
  private final Store store;
  private final Clock clock;

  public Kinds(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Sets up a qualification. The operator's are shared by all requesters.
   *
   * @param key the same key again with the same qualification gives the same id
   * @throws Fault.Refused with {@link Refusal#INVALID} where it makes no sense, or the key was used
   *     for another
   */
  public String create(Caller owner, NewKind kind, String key) {
    KindRules.check(kind);
    return store.write(
        handle -> {
          String fingerprint = fingerprint(kind);
          Optional<String> known = known(handle, owner.id(), key, fingerprint);
          return known.isPresent() ? known.get() : insert(handle, owner, kind, key, fingerprint);
        });
  }

  private String insert(Handle handle, Caller owner, NewKind kind, String key, String fingerprint) {
    String id = Ids.next();
    @Nullable NewTest test = kind.test().orElse(null);
    handle.execute(
        """
        insert into qualification (id, owner_id, shared, name, description, way, least, most,
          automatic_value, retry_seconds, test, answer_key, pass_mark, steps, questions, points,
          test_seconds, created, create_key, fingerprint)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        owner.id(),
        owner.role() == Role.OPERATOR ? 1 : 0,
        kind.name(),
        kind.description(),
        kind.way().name(),
        kind.least(),
        kind.most(),
        kind.automaticValue().isPresent() ? kind.automaticValue().getAsLong() : null,
        kind.retryAfter().map(Duration::toSeconds).orElse(null),
        test == null ? null : form(handle, owner.id(), test),
        test == null ? null : key(test),
        test == null || test.passMark().isEmpty() ? null : test.passMark().getAsLong(),
        test == null || test.steps().isEmpty() ? null : StoredJson.of(test.steps()),
        test == null ? 0 : test.key().size(),
        test == null ? 0 : test.points(),
        test == null ? null : test.time().toSeconds(),
        clock.millis(),
        key,
        fingerprint);
    Audit.note(handle, clock.instant(), owner.id(), Deed.QUALIFICATION_MADE, id);
    return id;
  }

  private static String form(Handle handle, String ownerId, NewTest test) {
    Question resolved = QuestionFiles.resolve(handle, ownerId, test.form());
    return StoredJson.of(QuestionJson.of(resolved));
  }

  private static String key(NewTest test) {
    return StoredJson.of(
        test.key().stream()
            .map(
                answers ->
                    answers.stream()
                        .map(
                            keyed ->
                                new KeyedAnswerJson(AnswerJson.of(keyed.answer()), keyed.points()))
                        .toList())
            .toList());
  }

  private static String fingerprint(NewKind kind) {
    return Sha256.of(
        StoredJson.of(
            List.of(
                kind.name(),
                kind.description(),
                kind.way(),
                kind.least(),
                kind.most(),
                kind.automaticValue().toString(),
                kind.retryAfter().toString(),
                kind.test().map(test -> QuestionJson.of(test.form()).toString()).orElse(""),
                kind.test().map(Kinds::key).orElse(""),
                kind.test().map(test -> test.time() + " " + test.passMark()).orElse(""),
                kind.test().map(NewTest::steps).orElse(List.of()))));
  }

  private static Optional<String> known(
      Handle handle, String ownerId, String key, String fingerprint) {
    return handle
        .createQuery(
            "select id, fingerprint from qualification"
                + " where owner_id = :owner and create_key = :key")
        .bind("owner", ownerId)
        .bind("key", key)
        .map(
            (row, context) -> {
              if (!row.getString("fingerprint").equals(fingerprint)) {
                throw new Fault.Refused(
                    Refusal.INVALID, "Idempotency-Key: not used for another qualification before");
              }
              return row.getString("id");
            })
        .findOne();
  }

  /**
   * One qualification as it stands for the caller.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is none
   */
  public QualificationJson kind(Caller caller, String id) {
    return store.read(
        handle ->
            Kind.require(handle, id).json(Grant.find(handle, caller.id(), id), clock.instant()));
  }

  /**
   * For a worker, what is offered; for a requester, their own and the shared ones; for the
   * operator, all. The oldest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<QualificationJson> list(Caller caller, Optional<String> cursor, int limit) {
    Cursor from = Cursor.oldestFirst(cursor);
    return store.read(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      Kind.SELECT
                          + switch (caller.role()) {
                            case WORKER -> " where q.retired = 0 and ";
                            case REQUESTER -> " where (q.owner_id = :caller or q.shared = 1) and ";
                            default -> " where ";
                          }
                          + "(q.created, q.id) > (:created, :id)"
                          + " order by q.created, q.id limit :limit")
                  .bind("created", from.number(0))
                  .bind("id", from.text(1))
                  .bind("limit", limit + 1);
          if (caller.role() == Role.REQUESTER) {
            query.bind("caller", caller.id());
          }
          List<Kind> kinds = query.map((row, context) -> Kind.of(row)).list();
          return Slice.of(
              kinds.stream()
                  .map(
                      kind ->
                          new Slice.Row<>(
                              kind.json(
                                  caller.role() == Role.WORKER
                                      ? Grant.find(handle, caller.id(), kind.id())
                                      : Optional.empty(),
                                  clock.instant()),
                              Cursor.of(kind.created().toEpochMilli(), kind.id())))
                  .toList(),
              limit);
        });
  }

  /**
   * Retires a qualification, or makes it active again; does nothing where it is so. Who has a
   * retired one keeps it, and groups that require it stay as they are; nobody gets it any more.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller owns none of this id
   */
  public QualificationJson retire(Caller caller, String id, boolean retired) {
    return store.write(
        handle -> {
          owned(handle, caller, id);
          int changed =
              handle.execute(
                  "update qualification set retired = ? where id = ? and retired = ?",
                  retired ? 1 : 0,
                  id,
                  retired ? 0 : 1);
          if (changed == 1) {
            Audit.note(
                handle,
                clock.instant(),
                caller.id(),
                retired ? Deed.QUALIFICATION_RETIRED : Deed.QUALIFICATION_RESTORED,
                id);
          }
          return Kind.require(handle, id).json(Optional.empty(), clock.instant());
        });
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller owns none of this id
   */
  static Kind owned(Handle handle, Caller caller, String id) {
    Kind kind = Kind.require(handle, id);
    if (!caller.answersFor(kind.ownerId())) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
    return kind;
  }
}
