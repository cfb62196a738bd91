package dev.hark.work;

import dev.hark.journal.Draft;
import dev.hark.task.Assignment;
import dev.hark.task.SavedDraft;
import java.time.Instant;
import java.util.Optional;

/** Keeps an answer while it is being made: in the journal at once, at the market soon after. */
final class Drafting {
  private final Session session;
  private final Assignment assignment;
  private final Answering answering;
  private long version;

  Drafting(Session session, Assignment assignment, Answering answering) {
    this.session = session;
    this.assignment = assignment;
    this.answering = answering;
  }

  /** Takes what was begun, or handed in before; the key of how to say so, or nothing. */
  String restore() {
    Optional<Draft> draft = session.desk().journal().draft(assignment.task().id());
    long here = draft.map(found -> found.saved().toEpochMilli()).orElse(0L);
    Optional<SavedDraft> elsewhere =
        assignment
            .draft()
            .filter(kept -> kept.version() > here)
            .filter(kept -> !kept.content().equals(draft.map(Draft::content).orElse("")));
    version = Math.max(here, assignment.draft().map(SavedDraft::version).orElse(0L));
    if (elsewhere.isPresent()) {
      answering.restore(elsewhere.get().content());
      keepHere();
    } else {
      draft.ifPresentOrElse(
          found -> answering.restore(found.content()),
          () -> assignment.redo().ifPresent(redo -> answering.restore(redo.former())));
      draft
          .filter(found -> assignment.draft().filter(kept -> kept.version() >= here).isEmpty())
          .ifPresent(found -> keepThere());
    }
    if (answering.empty()) {
      return "";
    }
    return elsewhere.isPresent()
        ? "session.draft-elsewhere"
        : draft.isPresent() ? "session.draft-here" : "quality.redo-former";
  }

  /** In the journal first; the market gets it when the keys rest. */
  void save() {
    // Another device's clock may be ahead: what is typed now is newer all the same.
    version = Math.max(session.desk().clock().instant().toEpochMilli(), version + 1);
    keepHere();
    keepThere();
  }

  private void keepHere() {
    session
        .desk()
        .journal()
        .saveDraft(
            new Draft(
                assignment.task().id(),
                assignment.group().id(),
                assignment.id(),
                assignment.group().title(),
                answering.encode(),
                Instant.ofEpochMilli(version),
                assignment.deadline()));
  }

  private void keepThere() {
    session.keeping().soon(assignment.id(), new SavedDraft(version, answering.encode()));
  }
}
