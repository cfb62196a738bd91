package dev.hark.hub.job;

import dev.hark.transcript.Hearing;
import dev.hark.transcript.Redundancy;
import dev.hark.transcript.join.Note;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Decides which pieces get another answer, and ends those that get none. Where a job may not buy
 * all that its pieces may get, pieces wait until it is known where the answers that are left gain
 * most. Every method works within the transaction of the handle, with the job's budget locked.
 */
final class NextAnswers {
  /** Where neither quality nor price has a say: an error in so many words must go by an answer. */
  private static final double LEAST_GAIN = 1 / 300.0;

  /** So many who say that nobody speaks are enough. */
  private static final int ENOUGH_SILENCE = 2;

  /** Words a second of speech, for pieces whose answers have none. */
  private static final double WORDS_A_SECOND = 2.5;

  private final Clock clock;
  private final Jobs jobs;
  private final JobBonuses bonuses;
  private final SharedBudget budget;

  NextAnswers(Clock clock, Jobs jobs, JobBonuses bonuses, SharedBudget budget) {
    this.clock = clock;
    this.jobs = jobs;
    this.bonuses = bonuses;
    this.budget = budget;
  }

  /**
   * A piece has just been merged: it gets another answer, waits for one, or is done.
   *
   * @param answers that are in
   * @return whether it is done
   */
  boolean decide(Handle handle, Job job, JobPiece piece, int answers, Note note, Hearing hearing) {
    boolean complete = answers >= piece.wanted() || !isWanted(handle, piece);
    boolean asks =
        complete
            && job.closed().isEmpty()
            && piece.wanted() < job.most()
            && !(note == Note.NO_SPEECH && answers >= ENOUGH_SILENCE)
            && !PieceText.isDone(handle, piece.taskId())
            && rule(job, piece, hearing).another(hearing);
    boolean waits = asks && job.isBounded();
    PieceText.wait(handle, piece.taskId(), waits ? gain(piece, hearing, answers) : null);
    return complete && !waits && !(asks && jobs.wantMore(handle, piece));
  }

  /** Whether anybody may still answer it: a rejected answer is not always replaced. */
  private static boolean isWanted(Handle handle, JobPiece piece) {
    return handle
        .createQuery("select 1 from slot where task_id = :task and done = 0 limit 1")
        .bind("task", piece.taskId())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Redundancy rule(Job job, JobPiece piece, Hearing hearing) {
    double targetRate = job.target().isPresent() ? 1 - job.target().getAsDouble() : 0;
    double leastGain =
        job.wordWorth()
            .map(worth -> job.price().minor() / (worth.minor() * words(piece, hearing)))
            .orElse(job.target().isPresent() ? 0 : LEAST_GAIN);
    return new Redundancy(job.least(), job.most(), targetRate, leastGain);
  }

  private static double words(JobPiece piece, Hearing hearing) {
    int words = hearing.text().words().size();
    return words > 0 ? words : WORDS_A_SECOND * (piece.end() - piece.start()) / 1000;
  }

  /** Of a piece without words, all that may be said in it is missing. */
  private static double gain(JobPiece piece, Hearing hearing, int answers) {
    if (!hearing.text().words().isEmpty()) {
      return hearing.gain();
    }
    return words(piece, hearing) / (answers + 1);
  }

  /** No further answer is wanted to a piece: all its bonuses are decided. */
  void finish(Handle handle, Job job, String taskId) {
    Instant now = clock.instant();
    PieceText.finish(handle, taskId, now);
    bonuses.settlePiece(handle, job, taskId, now);
    if (!hasOpen(handle, job)) {
      close(handle, job);
    }
  }

  /** Whether a further answer is wanted to any piece. */
  private static boolean hasOpen(Handle handle, Job job) {
    return handle
            .createQuery(
                "select j.pieces - (select count(*) from piece_text t where t.job_id = j.id)"
                    + " + (select count(*) from piece_text t where t.job_id = j.id"
                    + " and t.done is null) from job j where j.id = :job")
            .bind("job", job.id())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /**
   * A piece that waits.
   *
   * @param number within its job; the other's is that among all that wait
   */
  private record Waiting(Job job, int number, Spread.Piece piece) {}

  /**
   * Gives answers that are left to pieces that wait, and ends those for which there is none: of all
   * recordings that share the job's budget. To be called whenever a piece of a job changed.
   */
  void spread(Handle handle, String jobId) {
    Job job = Jobs.find(handle, jobId).orElseThrow();
    if (job.closed().isPresent()) {
      finishWaiting(handle, job);
    }
    List<Job> sharing = SharedBudget.open(handle, job);
    if (sharing.stream().noneMatch(Job::isBounded)) {
      return;
    }
    int left = sharing.stream().mapToInt(Job::further).sum();
    if (left == 0) {
      sharing.forEach(one -> finishWaiting(handle, one));
      return;
    }
    int open = sharing.stream().mapToInt(one -> open(handle, one)).sum();
    if (open >= left) {
      return;
    }
    List<Waiting> waiting = waiting(handle, sharing);
    Set<Integer> granted =
        new Spread(left, job.most(), open).granted(waiting.stream().map(Waiting::piece).toList());
    granted.stream().sorted().forEach(number -> grant(handle, waiting.get(number)));
    if (!granted.isEmpty() && granted.size() >= left) {
      spread(handle, jobId);
    }
  }

  /** Those of some jobs, numbered from 0 on. */
  private static List<Waiting> waiting(Handle handle, List<Job> jobs) {
    List<Waiting> waiting = new ArrayList<>();
    for (Job job : jobs) {
      for (Spread.Piece piece : PieceText.waiting(handle, job.id())) {
        waiting.add(
            new Waiting(
                job,
                piece.number(),
                new Spread.Piece(waiting.size(), piece.answers(), piece.gain(), piece.wanted())));
      }
    }
    return waiting;
  }

  private void grant(Handle handle, Waiting waiting) {
    Job job = waiting.job();
    JobPiece piece = Jobs.piece(handle, job.id(), waiting.number()).orElseThrow();
    PieceText.wait(handle, piece.taskId(), null);
    budget.cover(handle, job);
    if (!jobs.wantMore(handle, piece)) {
      finish(handle, job, piece.taskId());
    }
  }

  private void finishWaiting(Handle handle, Job job) {
    for (Spread.Piece piece : PieceText.waiting(handle, job.id())) {
      finish(handle, job, Jobs.piece(handle, job.id(), piece.number()).orElseThrow().taskId());
    }
  }

  /** Pieces whose answers are still to come. */
  private static int open(Handle handle, Job job) {
    return handle
        .createQuery(
            "select j.pieces - (select count(*) from piece_text t where t.job_id = j.id)"
                + " + (select count(*) from piece_text t where t.job_id = j.id"
                + " and t.done is null and t.waiting is null) from job j where j.id = :job")
        .bind("job", job.id())
        .mapTo(Integer.class)
        .one();
  }

  /** Decides on a bonus that was left for later. */
  void settleLater(Handle handle, LaterBonuses.Due due) {
    Job job = Jobs.find(handle, due.jobId()).orElseThrow();
    SharedBudget.lock(handle, job);
    bonuses.settleLater(handle, job, due.assignmentId(), clock.instant());
    if (job.closed().isPresent() && !hasOpen(handle, job)) {
      bonuses.close(handle, job, clock.instant());
    }
  }

  /** A job whose task group is over ends with the answers that it has. */
  void end(Handle handle, Job job) {
    handle
        .createQuery(
            "select task_id from piece_text where job_id = :job and done is null order by number")
        .bind("job", job.id())
        .mapTo(String.class)
        .list()
        .forEach(taskId -> finish(handle, job, taskId));
    close(handle, job);
    spread(handle, job.id());
  }

  private void close(Handle handle, Job job) {
    budget.passOn(handle, job);
    jobs.close(handle, job.id());
    bonuses.close(handle, job, clock.instant());
  }
}
