package dev.hark.hub.job;

import dev.hark.hub.store.Store;
import dev.hark.hub.work.Approvals;
import dev.hark.task.Mark;
import dev.hark.transcript.Answer;
import dev.hark.transcript.AnswerScore;
import dev.hark.transcript.Hearing;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Piece;
import dev.hark.transcript.join.Note;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Merges a piece whose answers have changed, and does what follows: asks for another answer while
 * it is worth it, approves, and pays bonuses once no further answer is wanted. Answers are read and
 * merged without holding the database; what came of it is written in one transaction, which does
 * nothing where the answers have changed meanwhile. Safe for use by several threads and hubs.
 */
final class PieceMerging {
  /** So many answers tell whether one of them is strange. */
  private static final int ENOUGH_TO_COMPARE = 2;

  private final Store store;
  private final Clock clock;
  private final NextAnswers next;
  private final Approvals approvals;
  private final LanguageModels models;

  PieceMerging(
      Store store, Clock clock, NextAnswers next, Approvals approvals, LanguageModels models) {
    this.store = store;
    this.clock = clock;
    this.next = next;
    this.approvals = approvals;
    this.models = models;
  }

  private record Read(
      JobPiece piece,
      Job job,
      List<GivenAnswer> answers,
      List<Answer> heard,
      Set<String> words,
      List<Repeat> repeats,
      Told before,
      KnownTrust trust) {
    double closeness(GivenAnswer answer, Hearing hearing) {
      return Closeness.of(answer.heard(locale()).tokens(), hearing.text().words());
    }

    Locale locale() {
      return Locale.forLanguageTag(job.language());
    }

    /** With its piece and job as they are now that the job is locked. */
    Read again(Handle handle) {
      return new Read(
          Jobs.pieceOf(handle, piece.taskId()).orElseThrow(),
          Jobs.find(handle, job.id()).orElseThrow(),
          answers,
          heard,
          words,
          repeats,
          before,
          trust);
    }

    /** All that is paid, also what is no answer of its own. */
    List<GivenAnswer> paid() {
      List<GivenAnswer> paid = new ArrayList<>(answers);
      repeats.forEach(repeat -> paid.add(repeat.answer()));
      return paid;
    }

    /** Trust is kept for a language in all countries. */
    String language() {
      return locale().getLanguage();
    }
  }

  /**
   * Brings a piece up to date.
   *
   * @return false where its answers have changed meanwhile, and it is to be done again
   */
  boolean merge(DuePieces.Due due) {
    Read read = store.read(handle -> read(handle, due.taskId()));
    Hearing hearing =
        Merger.merge(
            new Piece(due.taskId(), read.heard()), read.trust(), models.of(read.language()));
    return store.write(
        handle -> {
          SharedBudget.lock(handle, read.job());
          Store.lock(handle, "task:" + due.taskId());
          if (!DuePieces.take(handle, due)) {
            return false;
          }
          Read now = read.again(handle);
          keep(handle, now, hearing);
          follow(handle, now, hearing);
          return true;
        });
  }

  private static Read read(Handle handle, String taskId) {
    JobPiece piece = Jobs.pieceOf(handle, taskId).orElseThrow();
    Job job = Jobs.find(handle, piece.jobId()).orElseThrow();
    List<GivenAnswer> answers = GivenAnswer.all(handle, taskId);
    Locale language = Locale.forLanguageTag(job.language());
    List<Answer> heard = answers.stream().map(one -> one.heard(language)).toList();
    Set<String> words = KnownWords.some(heard);
    List<String> workers = answers.stream().map(GivenAnswer::workerId).distinct().toList();
    Told before = Told.soFar(handle, taskId);
    return new Read(
        piece,
        job,
        answers,
        heard,
        words,
        Repeat.all(handle, taskId),
        before,
        KnownTrust.without(handle, language.getLanguage(), workers, words, before));
  }

  private void keep(Handle handle, Read read, Hearing hearing) {
    String taskId = read.piece().taskId();
    // Nobody has merged the piece since it was read: it was due by the same mark.
    Told before = read.before();
    Told told = Told.by(hearing, read.words());
    KnownTrust.change(handle, taskId, read.language(), before.answers(), told.answers());
    handle.execute("delete from piece_answer where task_id = ? and bonus_minor is null", taskId);
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into piece_answer (assignment_id, task_id, worker_id, words, errors, missing,"
                + " closeness) values (?, ?, ?, ?, ?, ?, ?) on conflict (assignment_id) do update"
                + " set words = excluded.words, errors = excluded.errors, missing ="
                + " excluded.missing, closeness = excluded.closeness");
    // An answer that counts no more keeps its bonus, and adds nothing to what is known.
    handle.execute(
        "update piece_answer set words = 0, errors = 0, missing = 0 where task_id = ?", taskId);
    for (int i = 0; i < read.answers().size(); i++) {
      AnswerScore score = hearing.answers().get(i);
      rows.add(
          read.answers().get(i).id(),
          taskId,
          score.worker(),
          score.counts().words(),
          score.counts().errors(),
          score.counts().missing(),
          read.closeness(read.answers().get(i), hearing));
    }
    for (Repeat repeat : read.repeats()) {
      // It tells nothing of the piece, and so nothing of the worker beside others.
      GivenAnswer answer = repeat.answer();
      double closeness = read.closeness(answer, hearing);
      rows.add(answer.id(), taskId, answer.workerId(), 0, 0.0, 0, closeness);
      repeat.save(handle, repeat.agreement(read.answers(), read.locale()));
    }
    if (rows.size() > 0) {
      rows.execute();
    }
    new PieceText(
            taskId,
            read.job().id(),
            read.piece().number(),
            hearing.text().words(),
            note(read.answers()),
            read.answers().size(),
            hearing.errorsLeft(),
            hearing.gain(),
            Optional.empty())
        .save(handle, clock.instant(), told);
    KnownWords.change(handle, read.language(), before.words(), told.words());
    KnownCopies.change(handle, taskId, read.language(), before.copies(), told.copies());
  }

  /** What more than half say of the piece. */
  private static Note note(List<GivenAnswer> answers) {
    for (Mark mark : Mark.values()) {
      long saying = answers.stream().filter(one -> mark.in(one.text())).count();
      if (2 * saying > answers.size()) {
        return Note.valueOf(mark.name());
      }
    }
    return answers.isEmpty() ? Note.NO_ANSWER : Note.NONE;
  }

  private void follow(Handle handle, Read read, Hearing hearing) {
    int answers = read.answers().size();
    boolean done =
        next.decide(handle, read.job(), read.piece(), answers, note(read.answers()), hearing);
    if (done || answers >= ENOUGH_TO_COMPARE) {
      approve(handle, read, hearing);
    }
    if (done) {
      next.finish(handle, read.job(), read.piece().taskId());
    }
    next.spread(handle, read.job().id());
  }

  /** Whoever is outvoted is paid all the same; what makes no sense waits for a person. */
  private void approve(Handle handle, Read read, Hearing hearing) {
    Instant now = clock.instant();
    for (GivenAnswer answer : read.paid()) {
      boolean marked = !Mark.of(answer.text()).isEmpty();
      boolean strange = Closeness.isStrange(read.closeness(answer, hearing)) && !marked;
      if (answer.state().equals("SUBMITTED") && !strange) {
        approvals.agree(handle, answer.id(), now);
      }
    }
  }

  /** Decides on a bonus that was left for later. */
  void settleLater(LaterBonuses.Due due) {
    store.write(
        handle -> {
          next.settleLater(handle, due);
          return true;
        });
  }

  /** A job whose task group is over ends with the answers that it has. */
  void end(Handle handle, Job job) {
    SharedBudget.lock(handle, job);
    next.end(handle, job);
  }
}
