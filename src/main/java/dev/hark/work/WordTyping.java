package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words are typed that come in the place of a word, or beside it. Each letter is kept at once. */
final class WordTyping implements Stage {
  private final Session session;
  private final Editing editing;
  private final Editing.Typed typed;
  private final Action action;
  private final Stage back;

  /**
   * @param action what is done with the words
   * @param back where it goes on afterwards
   */
  WordTyping(Session session, Editing editing, Action action, Stage back) {
    this.session = session;
    this.editing = editing;
    this.typed = editing.new Typed(action);
    this.action = action;
    this.back = back;
  }

  /** Asks for the words. They are said where the action was. */
  void ask() {
    session.enter(this);
    if (session.isSpoken()) {
      hear();
    } else {
      editing.say(Sentence.of("edit.type-" + place(), editing.word()));
    }
  }

  private void hear() {
    SpokenWords.into(
        session, this, () -> editing.say(Sentence.of("edit.say-" + place(), editing.word())));
  }

  private String place() {
    return switch (action) {
      case INSERT -> "before";
      case APPEND -> "after";
      default -> "for";
    };
  }

  @Override
  public Mode mode() {
    return Mode.TYPING;
  }

  @Override
  public void typed(String text) {
    typed.typed(text);
  }

  @Override
  public void typingDone() {
    session.enter(back);
    typed.done();
  }

  @Override
  public void act(Action other) {
    if (other.isAboutSound()) {
      back.act(other);
      return;
    }
    switch (other) {
      case QUIT, EDIT, UNDO, RETURN -> {
        boolean spoken = session.isRecording();
        session.microphone().ifPresent(Microphone::drop);
        session.enter(back);
        typed.leave(spoken ? "session.thrown-away" : "edit.unchanged");
      }
      case RESPEAK -> hear();
      default -> editing.say(Sentence.of("edit.only-words", editing.reading(typed.old())));
    }
  }

  @Override
  public List<Action> possible() {
    return List.of(Action.RESPEAK, Action.RETURN, Action.PLAY);
  }

  @Override
  public Optional<Locale> language() {
    return back.language();
  }

  @Override
  public void tick() {
    back.tick();
  }

  @Override
  public boolean leavesWork() {
    return true;
  }

  @Override
  public void where() {
    editing.say(Sentence.of("edit.only-words", editing.reading(typed.old())));
  }
}
