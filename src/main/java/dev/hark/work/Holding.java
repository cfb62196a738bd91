package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.journal.Outbox;
import dev.hark.market.Receipt;
import dev.hark.task.Assignment;
import dev.hark.task.Mark;
import dev.hark.task.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A task is held: it is heard, answered, and handed in or given back. */
final class Holding implements Stage {
  private final Session session;
  private final Assignment assignment;
  private final Answering answering;
  private final Sounds sounds;
  private final Drafting drafting;
  private final Listening listening;
  private final Reading reading;
  private final Editing editing;
  private final Respeaking respeaking;
  private final Deadline deadline;
  private boolean typing;
  private boolean anew;

  Holding(Session session, Assignment assignment) {
    this.session = session;
    this.assignment = assignment;
    this.answering = new Answering(assignment.task().question());
    this.sounds = new Sounds(session, assignment.task().question());
    this.drafting = new Drafting(session, assignment, answering);
    this.listening = new Listening(session, answering, sounds, drafting::save);
    this.reading = new Reading(session, answering, assignment.group().language());
    this.editing = new Editing(session, answering, reading, drafting::save);
    this.respeaking = new Respeaking(session, answering, sounds, drafting::save, reading);
    this.deadline = new Deadline(assignment.deadline(), now());
  }

  /** After an accept: how long, the question, a draft from before, and the sound. */
  void begin() {
    session.enter(this);
    session.say().answer("session.accepted", deadline.left(now()), deadline.end());
    present();
  }

  /** After a start: the same for a task that was held before. */
  void resume() {
    session.enter(this);
    session
        .say()
        .answer(
            assignment.redo().isPresent() ? "quality.redo-held" : "session.still-held",
            theirs(assignment.group().title()),
            deadline.left(now()),
            deadline.end());
    sayRedo();
    present();
  }

  private void present() {
    String drafted = drafting.restore();
    if (assignment.task().question() instanceof Question.Form form) {
      task("session.prompt", form.prompt());
    }
    if (!(answering.part() instanceof Question.Transcription)) {
      sayPart();
    }
    if (!drafted.isEmpty()) {
      session.say().answer(drafted, reading.count());
    }
    if (sounds.count() > 0) {
      session.say().answer("session.play-begins", sounds.count());
    } else if (mediaToSee() > 0) {
      session.say().answer("session.to-see", mediaToSee());
    }
    sounds.loadOrSay();
  }

  /** What the requester asks for, where it is to be done again. */
  private void sayRedo() {
    assignment
        .redo()
        .ifPresent(
            redo ->
                session
                    .say()
                    .answer(
                        "quality.redo-asks",
                        new Theirs(assignment.group().requester().name()),
                        theirs(redo.words())));
  }

  private int mediaToSee() {
    return assignment.task().question().media().size() - sounds.count();
  }

  private void sayPart() {
    Question part = answering.part();
    if (answering.isForm()) {
      task("session.part", answering.number(), answering.count(), part.prompt());
    } else {
      task("session.prompt", part.prompt());
    }
    if (part instanceof Question.Choice choice) {
      int number = 1;
      for (Question.Option option : choice.options()) {
        task("session.option", number++, option.label());
      }
      if (choice.ownWords()) {
        session.say().answer("session.or-type");
      }
    }
    if (answering.isForm() && !answering.heard().isEmpty()) {
      readBack(Sentence.of("session.part-given", answering.heard()));
    }
  }

  @Override
  public Mode mode() {
    return typing ? Mode.TYPING : Mode.HOLDING;
  }

  @Override
  public void act(Action action) {
    act(action, "");
  }

  @Override
  public void act(Action action, String argument) {
    if (action.isAboutSound()) {
      sounds.act(action, argument);
      return;
    }
    switch (action) {
      case NEXT -> move(1);
      case PREVIOUS -> move(-1);
      case DETAILS -> details();
      case REVIEWS -> session.browsing().reviews(assignment.group().requester());
      case TYPE -> type(false);
      case RESPEAK -> respeak();
      case RETYPE -> type(true);
      case CONTEXT, GLOSSARY, UNCLEAR, NO_SPEECH, SEVERAL_SPEAKERS -> listening.act(action);
      case READ, WORDS, SPELL, READ_ON, READ_CHANGED ->
          reading.act(action, argument, editing.cursor());
      case EDIT -> edit();
      case NEXT_WORD, PREVIOUS_WORD, FIRST_WORD, LAST_WORD, REPLACE, INSERT, APPEND, DELETE ->
          editing.act(action, argument, this);
      case SUBMIT -> submit();
      case RETURN -> giveBack();
      case TIME -> time();
      case ACCEPT -> session.say().answer("session.held-already");
      case UNDO -> undo();
      case SKIP, HIDE, SHOW_ALL, FILTER, RATE -> session.say().answer("session.held-first");
      default -> throw new IllegalArgumentException(action + " is the session's own");
    }
  }

  private void edit() {
    if (editing.isPossible()) {
      typing = false;
      anew = false;
      new WordByWord(session, this, editing).begin();
    }
  }

  /** Editing is over. */
  void edited() {
    session.say().answer("session.typed", reading.count());
  }

  boolean isEmpty() {
    return answering.empty();
  }

  private void move(int by) {
    if (deadline.over(now()) && !answering.isForm()) {
      leaveExpired();
    } else if (!answering.isForm()) {
      session.say().answer("session.held-first");
    } else if (answering.move(by)) {
      typing = false;
      editing.reset();
      sayPart();
    } else if (deadline.over(now())) {
      leaveExpired();
    } else {
      session.say().answer(by > 0 ? "session.last-part" : "session.first-part");
    }
  }

  private void leaveExpired() {
    sounds.end();
    session.browsing().comeBack();
  }

  private void details() {
    session.browsing().details(assignment.group().id());
    sayRedo();
    task("session.prompt", assignment.task().question().prompt());
    if (!(answering.part() instanceof Question.Transcription)) {
      sayPart();
    }
  }

  /** Only what the task has, and what is there to be read and changed. */
  @Override
  public List<Action> possible() {
    boolean words = answering.takesWords();
    return Help.actions(mode()).stream()
        .filter(
            action ->
                switch (action) {
                  case TYPE, RATE -> false;
                  case NEXT, PREVIOUS -> answering.isForm();
                  case RESPEAK, UNDO -> words;
                  case RETYPE, WORDS, SPELL, READ_ON, READ_CHANGED, EDIT ->
                      words && !answering.text().isEmpty();
                  case CONTEXT, GLOSSARY, UNCLEAR, NO_SPEECH, SEVERAL_SPEAKERS ->
                      listening.knows(action);
                  default -> !action.isAboutSound() || sounds.count() > 0;
                })
        .toList();
  }

  @Override
  public int options() {
    return answering.part() instanceof Question.Choice choice ? choice.options().size() : 0;
  }

  @Override
  public void option(int number) {
    answering
        .choose(number)
        .ifPresentOrElse(
            option -> {
              drafting.save();
              session.say().answer("session.chosen", theirs(option.label()));
              if (answering.isForm()) {
                goOn();
              }
            },
            () ->
                session
                    .say()
                    .answer(
                        answering.part() instanceof Question.Choice
                            ? "session.no-such-option"
                            : "session.no-options",
                        number));
  }

  /** On to the next part of a form, or to what is left. */
  private void goOn() {
    if (answering.move(1)) {
      sayPart();
    } else {
      session.say().answer("session.last-part");
    }
  }

  /** Typing anew leaves the old words in the journal until the first new one is typed. */
  private void type(boolean fromNothing) {
    if (!answering.takesWords()) {
      session.say().answer("session.choose-by-number");
      return;
    }
    if (session.isSpoken()) {
      typing = false;
      anew = false;
      respeaking.inPlaceOfTyping(fromNothing);
      return;
    }
    typing = true;
    anew = fromNothing && !answering.text().isEmpty();
    if (anew) {
      session.say().answer("session.type-anew", answering.text());
    } else if (answering.text().isEmpty()) {
      session.say().answer("session.type");
    } else {
      session.say().answer("session.type-on", answering.text());
    }
  }

  private void respeak() {
    typing = false;
    respeaking.act(language());
  }

  private void undo() {
    if (!respeaking.takeBack()) {
      editing.act(Action.UNDO, "", this);
    }
  }

  @Override
  public String text() {
    return anew ? "" : answering.text();
  }

  @Override
  public void typed(String text) {
    if (typing && !(anew && text.isEmpty())) {
      anew = false;
      answering.text(text);
      drafting.save();
    }
  }

  @Override
  public void place(int at) {
    if (typing) {
      editing.place(at);
    }
  }

  @Override
  public void typingDone() {
    if (!typing) {
      return;
    }
    typing = false;
    anew = false;
    if (answering.heard().isEmpty()) {
      session.say().answer("session.nothing-typed");
    } else if (answering.isForm()) {
      readBack(Sentence.of("session.part-given", answering.heard()));
      goOn();
    } else {
      session.say().answer("session.typed", reading.count());
    }
  }

  @Override
  public Optional<Locale> language() {
    return Optional.of(assignment.group().language());
  }

  private Theirs theirs(String words) {
    return new Theirs(words, assignment.group().language());
  }

  private void task(String key, Object... words) {
    session.say().task(assignment.group().language(), Sentence.of(key, words));
  }

  private void readBack(Sentence sentence) {
    session.say().readBack(assignment.group().language(), sentence);
  }

  private void submit() {
    Optional<Integer> missing = answering.missing();
    if (missing.isPresent()) {
      typing = false;
      answering.goTo(missing.get());
      if (answering.isForm()) {
        session.say().answer("session.part-missing", missing.get());
        sayPart();
      } else {
        session.say().answer(answering.none());
      }
      return;
    }
    typing = false;
    if (assignment.redo().filter(redo -> redo.former().equals(answering.answer())).isPresent()) {
      session.say().answer("quality.redo-same");
      return;
    }
    new Confirming(session, submitQuestion(), this, this::send).ask();
  }

  private Sentence submitQuestion() {
    if (answering.isForm()) {
      return Sentence.of("session.submit-form", answering.count(), assignment.group().reward());
    }
    if (reading.count() == 0 && !Mark.of(answering.heard()).isEmpty()) {
      return Sentence.of(
          "session.submit-marks",
          Listening.words(Mark.of(answering.heard())),
          assignment.group().reward());
    }
    return answering.isOption()
        ? Sentence.of("session.submit-choice", answering.heard(), assignment.group().reward())
        : Sentence.of("session.submit-words", reading.count(), assignment.group().reward());
  }

  private void send() {
    sounds.end();
    respeaking.end();
    session.keeping().forget(assignment.id());
    session.sending().submit(assignment, answering.answer(), this::sent);
  }

  private void sent(Outbox.Result result) {
    switch (result) {
      case Outbox.Result.Sent(Receipt receipt) -> {
        ReceiptWords.say(receipt, assignment.group().requester().name(), session.say());
        session
            .browsing()
            .workedIn(
                assignment.group(),
                Duration.between(assignment.accepted(), session.desk().clock().instant()));
        goOnFrom();
      }
      case Outbox.Result.Kept _ -> {
        session.say().answer("session.kept");
        session.browsing().comeBack();
      }
      case Outbox.Result.Refused refused -> refused(refused.fault());
    }
  }

  /** After what was to be done again, the next of that kind. */
  private void goOnFrom() {
    if (assignment.redo().isPresent()) {
      session.browsing().open();
    } else {
      session.browsing().comeBack();
    }
  }

  private void refused(Fault.Refused fault) {
    session.say().answer(fault.sentence());
    if (fault.refusal() == Refusal.ANSWER_UNFIT || fault.refusal() == Refusal.INVALID) {
      session.say().answer("session.words-kept-held");
      return;
    }
    session.say().answer("session.draft-kept");
    session.browsing().comeBack();
  }

  private void giveBack() {
    typing = false;
    Sentence question =
        assignment.redo().isPresent()
            ? Sentence.of("quality.redo-return")
            : answering.empty()
                ? Sentence.of("session.return")
                : Sentence.of("session.return-draft", reading.count());
    new Confirming(session, question, this, this::returned).ask();
  }

  private void returned() {
    sounds.end();
    respeaking.end();
    session.keeping().forget(assignment.id());
    session.patience().tell(() -> session.desk().market().giveBack(assignment.id()));
    session.say().answer("session.returned");
    session.browsing().comeBack();
  }

  private void time() {
    session
        .say()
        .answer(
            deadline.over(now()) ? "session.time-over" : "session.time-left",
            deadline.over(now()) ? deadline.end() : deadline.left(now()),
            deadline.end());
  }

  @Override
  public void tick() {
    deadline.due(now()).ifPresent(session.say()::alert);
    sounds.tick();
  }

  @Override
  public void where() {
    session
        .say()
        .answer("session.where-held", theirs(assignment.group().title()), deadline.left(now()));
    if (answering.isForm()) {
      sayPart();
    } else {
      session.say().answer(answering.empty() ? answering.none() : reading.sentence());
    }
  }

  @Override
  public boolean leavesWork() {
    return true;
  }

  private Instant now() {
    return session.desk().clock().instant();
  }
}
