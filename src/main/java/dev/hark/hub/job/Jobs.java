package dev.hark.hub.job;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.quality.MixedRepeats;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.AnotherAnswer;
import dev.hark.hub.work.Payments;
import dev.hark.hub.work.Publishing;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobPieceJson;
import dev.hark.wire.MoneyJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Recordings that requesters have written down. Each is a task group with a task for each piece,
 * which begins with the least number of answers. Safe for use by several threads and hubs.
 */
public final class Jobs {
  private final Store store;
  private final Clock clock;
  private final Publishing publishing;
  private final Payments payments;
  private final JobFunds funds;

  public Jobs(Store store, Clock clock, Publishing publishing, Ledger ledger, Payments payments) {
    this.store = store;
    this.clock = clock;
    this.publishing = publishing;
    this.payments = payments;
    this.funds = new JobFunds(ledger, payments);
  }

  /** Sets bonuses for gold aside that is mixed in among the pieces of these jobs. */
  public GoldBonuses goldBonuses() {
    return new GoldBonuses(clock, funds);
  }

  /**
   * Posts a job with its task group, all or nothing.
   *
   * @param key the same key again with the same job gives the same job and posts nothing
   * @throws Fault.Refused with {@link Refusal#INVALID} where the job makes no sense or the key was
   *     used for another job, {@link Refusal#NOT_COVERED} where the requester's money does not
   *     cover reward, fee and highest bonus of every answer that may be wanted
   */
  public JobJson post(String requesterId, NewJob job, String key) {
    JobRules.check(job);
    return store.write(
        handle -> {
          String fingerprint = fingerprint(handle, requesterId, job);
          Store.lock(handle, Book.requester(requesterId));
          Optional<Job> known = known(handle, requesterId, key, fingerprint);
          return known.orElseGet(() -> make(handle, requesterId, job, key, fingerprint)).json();
        });
  }

  /**
   * The job that a requester posted under a key.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is none
   */
  public JobJson posted(String requesterId, String key) {
    return store.read(
        handle ->
            under(handle, requesterId, key)
                .map((row, context) -> Job.of(row))
                .findOne()
                .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, key))
                .json());
  }

  private static Query under(Handle handle, String requesterId, String key) {
    return handle
        .createQuery(Job.SELECT + " where j.requester_id = :requester and j.job_key = :key")
        .bind("requester", requesterId)
        .bind("key", key);
  }

  private static Optional<Job> known(
      Handle handle, String requesterId, String key, String fingerprint) {
    return under(handle, requesterId, key)
        .map(
            (row, context) -> {
              if (!row.getString("fingerprint").equals(fingerprint)) {
                throw new Fault.Refused(
                    Refusal.INVALID, "Idempotency-Key: not used for another job before");
              }
              return Job.of(row);
            })
        .findOne();
  }

  private Job make(Handle handle, String requesterId, NewJob job, String key, String fingerprint) {
    Instant now = clock.instant();
    String id = Ids.next();
    String groupId = publishing.publish(requesterId, job.group(), "job:" + id);
    int pieces = job.pieces().size();
    handle.execute(
        """
        insert into job (id, requester_id, group_id, name, language, millis, heard_millis, glossary,
          pieces, least, most, bonus_minor, target, word_minor, answers, wanted, bonuses, job_key, fingerprint,
          created, budget)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        requesterId,
        groupId,
        job.name(),
        job.language().toLanguageTag(),
        job.length().toMillis(),
        job.pieces().stream().mapToLong(piece -> piece.end() - piece.start()).sum(),
        Publishing.json(job.glossary()),
        pieces,
        job.least(),
        job.most(),
        job.bonus(),
        target(job),
        worth(job),
        job.answersAtMost(),
        pieces * job.least(),
        job.answersAtMost() + job.repeatsAtMost(),
        key,
        fingerprint,
        now.toEpochMilli(),
        job.budget().orElse(null));
    write(handle, id, groupId, job);
    Job made = find(handle, id).orElseThrow();
    funds.reserve(handle, made, now);
    if (job.repeats() > 0) {
      payments.escrow(handle, groupId, job.repeatsAtMost(), "repeats", now);
      MixedRepeats.begin(handle, groupId, job.repeats(), job.repeatsAtMost());
    }
    return made;
  }

  private static @Nullable Double target(NewJob job) {
    return job.target().isPresent() ? job.target().getAsDouble() : null;
  }

  private static @Nullable Long worth(NewJob job) {
    return job.wordWorth().isPresent() ? job.wordWorth().getAsLong() : null;
  }

  private static void write(Handle handle, String id, String groupId, NewJob job) {
    List<String> tasks =
        handle
            .createQuery("select id from task where group_id = :group order by position")
            .bind("group", groupId)
            .mapTo(String.class)
            .list();
    PreparedBatch rows =
        handle.prepareBatch(
            """
            insert into job_piece (job_id, number, task_id, medium_id, start_millis, end_millis,
              overlap_millis, wanted) values (?, ?, ?, ?, ?, ?, ?, ?)
            """);
    long end = 0;
    for (int i = 0; i < tasks.size(); i++) {
      NewJob.Piece piece = job.pieces().get(i);
      long overlap = Math.max(0, end - piece.start());
      rows.add(
          id, i, tasks.get(i), piece.mediumId(), piece.start(), piece.end(), overlap, job.least());
      end = piece.end();
    }
    rows.execute();
  }

  /** The same for the same job, in every process; also where its pieces were uploaded once more. */
  private static String fingerprint(Handle handle, String requesterId, NewJob job) {
    List<Object> parts = new ArrayList<>();
    Collections.addAll(
        parts,
        job.name(),
        job.title(),
        job.prompt(),
        job.language().toLanguageTag(),
        job.length().toMillis(),
        job.glossary(),
        job.least(),
        job.most(),
        job.answersAtMost(),
        MoneyJson.of(job.reward()),
        job.bonus(),
        job.target().orElse(0),
        job.allowed().toSeconds(),
        job.autoApproval().toSeconds(),
        job.lifetime().map(Duration::toSeconds).orElse(0L),
        job.priority(),
        job.keywords(),
        job.annotation().orElse(""),
        job.requirements(),
        job.pieces().stream()
            .map(
                piece ->
                    List.of(
                        content(handle, requesterId, piece.mediumId()), piece.start(), piece.end()))
            .toList());
    if (job.repeats() > 0) {
      parts.add(job.repeats());
    }
    job.budget().ifPresent(parts::add);
    job.wordWorth().ifPresent(worth -> parts.add("word " + worth));
    return Sha256.of(Publishing.json(parts));
  }

  /** The checksum of a sound; its id where it has none. */
  private static String content(Handle handle, String requesterId, String mediumId) {
    return handle
        .createQuery("select sha256 from medium where id = :id and owner_id = :owner")
        .bind("id", mediumId)
        .bind("owner", requesterId)
        .mapTo(String.class)
        .findOne()
        .filter(sha256 -> !sha256.isEmpty())
        .orElse(mediumId);
  }

  /**
   * A requester's jobs, and for the operator everybody's, the newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<JobJson> all(Caller caller, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    boolean every = caller.role() == Role.OPERATOR;
    return store.read(
        handle -> {
          Query query =
              handle.createQuery(
                  Job.SELECT
                      + " where (j.created, j.id) < (:at, :id)"
                      + (every ? "" : " and j.requester_id = :requester")
                      + " order by j.created desc, j.id desc limit :limit");
          if (!every) {
            query.bind("requester", caller.id());
          }
          return from.page(query, limit, "created", "id", (row, _) -> Job.of(row).json());
        });
  }

  /**
   * One job.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such job
   */
  public JobJson one(Caller caller, String id) {
    return store.read(handle -> own(handle, caller, id).json());
  }

  /**
   * A job's pieces in the order of the recording.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such job
   */
  public Slice<JobPieceJson> pieces(Caller caller, String id, Optional<String> cursor, int limit) {
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.of(-1));
    return store.read(
        handle -> {
          own(handle, caller, id);
          return Slice.of(
              handle
                  .createQuery(
                      "select * from job_piece where job_id = :job and number > :number"
                          + " order by number limit :limit")
                  .bind("job", id)
                  .bind("number", from.number(0))
                  .bind("limit", limit + 1)
                  .map(
                      (row, context) ->
                          new Slice.Row<>(
                              JobPiece.of(row).json(), Cursor.of(row.getLong("number"))))
                  .list(),
              limit);
        });
  }

  private static Job own(Handle handle, Caller caller, String id) {
    return find(handle, id)
        .filter(job -> caller.answersFor(job.requesterId()))
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  /** A job, within the transaction of the handle. */
  public static Optional<Job> find(Handle handle, String id) {
    return handle
        .createQuery(Job.SELECT + " where j.id = :id")
        .bind("id", id)
        .map((row, context) -> Job.of(row))
        .findOne();
  }

  /** All pieces of a job in the order of the recording. */
  static List<JobPiece> allPieces(Handle handle, String jobId) {
    return handle
        .createQuery("select * from job_piece where job_id = :job order by number")
        .bind("job", jobId)
        .map((row, context) -> JobPiece.of(row))
        .list();
  }

  /** The piece that a task was made for; empty for tasks of other work. */
  public static Optional<JobPiece> pieceOf(Handle handle, String taskId) {
    return handle
        .createQuery("select * from job_piece where task_id = :task")
        .bind("task", taskId)
        .map((row, context) -> JobPiece.of(row))
        .findOne();
  }

  /** The piece of a number. */
  static Optional<JobPiece> piece(Handle handle, String jobId, int number) {
    return handle
        .createQuery("select * from job_piece where job_id = :job and number = :number")
        .bind("job", jobId)
        .bind("number", number)
        .map((row, context) -> JobPiece.of(row))
        .findOne();
  }

  /**
   * Wants one more answer to a piece, within the transaction of the handle.
   *
   * @param piece as it was read; where another answer was wanted since, nothing is done, so that
   *     doing it again changes nothing
   * @return false where the piece or the job has as many as it may, or the group is over
   */
  public boolean wantMore(Handle handle, JobPiece piece) {
    Instant now = clock.instant();
    Job job = find(handle, piece.jobId()).orElseThrow();
    boolean wanted =
        AnotherAnswer.want(
            handle, job.groupId(), piece.taskId(), now, () -> count(handle, job, piece));
    if (wanted) {
      funds.want(handle, job, piece, now);
    }
    return wanted;
  }

  private static boolean count(Handle handle, Job job, JobPiece piece) {
    boolean jobMay =
        handle.execute(
                "update job set wanted = wanted + 1"
                    + " where id = ? and closed is null and wanted < answers",
                job.id())
            == 1;
    if (!jobMay) {
      return false;
    }
    boolean pieceMay =
        handle.execute(
                "update job_piece set wanted = wanted + 1"
                    + " where job_id = ? and number = ? and wanted = ? and wanted < ?",
                job.id(),
                piece.number(),
                piece.wanted(),
                job.most())
            == 1;
    if (!pieceMay) {
      handle.execute("update job set wanted = wanted - 1 where id = ?", job.id());
    }
    return pieceMay;
  }

  /**
   * From now on no further answer is wanted, and what was set aside for further ones is free again,
   * within the transaction of the handle. What is wanted already stays so, with its bonuses.
   *
   * @return false where it was closed before
   */
  public boolean close(Handle handle, String id) {
    Instant now = clock.instant();
    boolean closed =
        handle.execute(
                "update job set closed = ? where id = ? and closed is null", now.toEpochMilli(), id)
            == 1;
    if (closed) {
      Job job = find(handle, id).orElseThrow();
      int further = job.answers() - job.wanted();
      int bonuses = Math.min(further, job.bonuses());
      handle.execute(
          "update job set answers = wanted, bonuses = bonuses - ? where id = ?", bonuses, id);
      funds.release(handle, job, further, bonuses, "closed", now);
    }
    return closed;
  }

  /** Closes all jobs of a requester, in the transaction that closes their account. */
  public void closeAll(Handle handle, String requesterId) {
    handle
        .createQuery("select id from job where requester_id = :requester and closed is null")
        .bind("requester", requesterId)
        .mapTo(String.class)
        .list()
        .forEach(id -> close(handle, id));
  }
}
