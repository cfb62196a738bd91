package dev.hark.hub.job;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.metrics.Histogram;
import dev.hark.hub.store.Store;
import dev.hark.hub.store.StoreException;
import dev.hark.hub.work.Approvals;
import dev.hark.hub.work.Bonuses;
import dev.hark.hub.work.Leases;
import dev.hark.task.Money;
import dev.hark.transcript.join.Joining;
import dev.hark.transcript.join.ReviewList;
import dev.hark.transcript.join.Segment;
import dev.hark.transcript.join.Transcript;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.TranscriptJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of jobs, made of their answers as these arrive. Whoever reads one gets it with all
 * answers that are in. Safe for use by several threads and hubs.
 */
public final class JobTexts {
  private static final Logger LOG = LoggerFactory.getLogger(JobTexts.class);
  private static final int AT_ONCE = 100;

  /**
   * Jobs whose task groups have left the market and that still go on. One that was closed with its
   * requester's account does while it has bonuses to decide on.
   */
  private static final String OVER =
      """
      select j.id from
        (select id, group_id from job where closed is null
          union all select id, group_id from job
          where closed is not null and bonuses > 0 and bonuses >
            (select count(*) from bonus_later l where l.job_id = job.id)) j
        join task_group g on g.id = j.group_id
      where g.open_slots = 0 and g.expires <= :now
      """;

  private final Store store;
  private final Clock clock;
  private final DuePieces due;
  private final PieceMerging merging;
  private final Histogram took;

  public JobTexts(
      Store store,
      Clock clock,
      DuePieces due,
      Jobs jobs,
      Ledger ledger,
      Bonuses bonuses,
      Approvals approvals,
      LanguageModels models) {
    this.store = store;
    this.due = due;
    this.took =
        store
            .metrics()
            .histogram(
                "hark_piece_merged_seconds",
                "From a piece with a new answer to its text, with what follows from it.",
                Histogram.SECONDS);
    this.clock = clock;
    this.merging =
        new PieceMerging(
            store,
            clock,
            new NextAnswers(
                clock, jobs, new JobBonuses(ledger, bonuses), new SharedBudget(ledger, clock)),
            approvals,
            models);
  }

  /** Keeps all texts up to date from now on, until it is closed. */
  public TextKeeper keep() {
    return TextKeeper.start(this, due.news());
  }

  /**
   * The text of a recording as it is now.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such job
   */
  public TranscriptJson transcript(Caller caller, String jobId) {
    Job job = store.read(handle -> own(handle, caller, jobId));
    settle(jobId);
    return TranscriptJson.of(job.name(), store.read(handle -> joined(handle, job)));
  }

  /**
   * How far a job is.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such job
   */
  public JobProgressJson progress(Caller caller, String jobId) {
    store.read(handle -> own(handle, caller, jobId));
    settle(jobId);
    return store.read(
        handle -> {
          Job job = Jobs.find(handle, jobId).orElseThrow();
          List<PieceText> texts = PieceText.all(handle, jobId);
          Transcript transcript = joined(handle, job);
          return new JobProgressJson(
              job.json(),
              (int) texts.stream().filter(text -> text.answers() > 0).count(),
              (int) texts.stream().filter(text -> text.done().isPresent()).count(),
              texts.stream().mapToInt(PieceText::answers).sum(),
              transcript.words().size(),
              texts.stream().mapToDouble(PieceText::errorsLeft).sum(),
              ReviewList.of(transcript).size(),
              MoneyJson.of(paid(handle, job)));
        });
  }

  /** Rewards, of known answers too, and bonuses, also those that were settled later. */
  private static Money paid(Handle handle, Job job) {
    long approved =
        handle
            .createQuery(
                "select count(*) from assignment where group_id = :group and state = 'APPROVED'")
            .bind("group", job.groupId())
            .mapTo(Long.class)
            .one();
    long bonuses =
        handle
            .createQuery(
                "select coalesce(sum(b.minor), 0) from bonus b"
                    + " join assignment a on a.id = b.assignment_id"
                    + " where a.group_id = :group and b.currency = :currency")
            .bind("group", job.groupId())
            .bind("currency", job.reward().currency().getCurrencyCode())
            .mapTo(Long.class)
            .one();
    return new Money(
        Math.addExact(Math.multiplyExact(approved, job.reward().minor()), bonuses),
        job.reward().currency());
  }

  static Job own(Handle handle, Caller caller, String id) {
    return Jobs.find(handle, id)
        .filter(job -> caller.answersFor(job.requesterId()))
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  private static Transcript joined(Handle handle, Job job) {
    Map<Integer, PieceText> texts = new HashMap<>();
    Map<String, List<PieceCheck.Posted>> checks = new HashMap<>();
    PieceCheck.all(handle, job.id())
        .forEach(
            posted ->
                checks
                    .computeIfAbsent(posted.check().pieceTaskId(), task -> new ArrayList<>())
                    .add(posted));
    Locale language = Locale.forLanguageTag(job.language());
    PieceText.all(handle, job.id()).forEach(text -> texts.put(text.number(), text));
    List<Segment> segments = new ArrayList<>();
    for (JobPiece piece : Jobs.allPieces(handle, job.id())) {
      PieceText text = texts.getOrDefault(piece.number(), PieceText.unanswered(piece));
      List<PieceCheck.Posted> said = checks.getOrDefault(piece.taskId(), List.of());
      segments.add(segment(piece, text.checked(said, language)));
    }
    return Joining.join(segments);
  }

  private static Segment segment(JobPiece piece, PieceText text) {
    return new Segment(piece.taskId(), piece.start(), piece.end(), text.words(), text.note());
  }

  /** Brings all pieces of a job up to date, and ends it where its task group is over. */
  void settle(String jobId) {
    settle(Optional.of(jobId));
    end(jobId);
  }

  /** Brings all pieces of all jobs up to date. */
  void settleAll() {
    settle(Optional.empty());
  }

  private void settle(Optional<String> jobId) {
    long brought;
    do {
      brought = some(jobId).stream().filter(this::bring).count();
    } while (brought > 0);
    store
        .read(handle -> LaterBonuses.due(handle, jobId, clock.instant(), AT_ONCE))
        .forEach(merging::settleLater);
  }

  /**
   * Brings a piece up to date. One that cannot be merged must not keep others waiting.
   *
   * @return false where it cannot; true also where another thread was faster, since what that one
   *     learnt may have made other pieces due
   */
  private boolean bring(DuePieces.Due due) {
    long begin = System.nanoTime();
    try {
      if (merging.merge(due)) {
        took.add((System.nanoTime() - begin) / 1e9);
      }
      return true;
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("the answers to task {} cannot be merged; they are kept", due.taskId(), e);
      return false;
    }
  }

  private List<DuePieces.Due> some(Optional<String> jobId) {
    return store.read(handle -> DuePieces.some(handle, jobId, AT_ONCE));
  }

  /** Ends jobs that go on although their task groups have left the market. */
  void endOver() {
    store
        .read(
            handle ->
                handle
                    .createQuery(OVER + " order by j.id limit :limit")
                    .bind("now", clock.instant().minus(Leases.GRACE).toEpochMilli())
                    .bind("limit", AT_ONCE)
                    .mapTo(String.class)
                    .list())
        .forEach(this::end);
  }

  private void end(String jobId) {
    if (store.read(handle -> isOver(handle, jobId))) {
      store.write(
          handle -> {
            Job job = Jobs.find(handle, jobId).orElseThrow();
            boolean over = isOver(handle, jobId);
            if (over) {
              merging.end(handle, job);
            }
            return over;
          });
    }
  }

  private boolean isOver(Handle handle, String jobId) {
    return handle
        .createQuery(OVER + " and j.id = :job")
        .bind("job", jobId)
        .bind("now", clock.instant().minus(Leases.GRACE).toEpochMilli())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }
}
