package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.Locale;
import java.util.Optional;

/** An answer is edited: keys go from word to word and change them. */
final class WordByWord implements Stage {
  private final Session session;
  private final Holding holding;
  private final Editing editing;

  WordByWord(Session session, Holding holding, Editing editing) {
    this.session = session;
    this.holding = holding;
    this.editing = editing;
  }

  /** Begins, where there are words. */
  void begin() {
    if (editing.isPossible()) {
      session.enter(this);
      editing.say(Sentence.of("edit.begin", editing.word()));
    }
  }

  @Override
  public Mode mode() {
    return Mode.EDITING;
  }

  @Override
  public void act(Action action) {
    act(action, "");
  }

  @Override
  public void act(Action action, String argument) {
    switch (action) {
      case EDIT -> {
        session.enter(holding);
        holding.edited();
      }
      case NEXT -> act(Action.NEXT_WORD, argument);
      case PREVIOUS -> act(Action.PREVIOUS_WORD, argument);
      case NEXT_WORD,
          PREVIOUS_WORD,
          FIRST_WORD,
          LAST_WORD,
          REPLACE,
          INSERT,
          APPEND,
          DELETE,
          UNDO -> {
        editing.act(action, argument, this);
        if (holding.isEmpty()) {
          session.enter(holding);
        }
      }
      case SUBMIT, RETURN, TYPE, RETYPE, NO_SPEECH -> {
        session.enter(holding);
        holding.act(action, argument);
      }
      default -> holding.act(action, argument);
    }
  }

  /** A number is the number of a word. */
  @Override
  public void option(int number) {
    editing.go(number - 1);
  }

  @Override
  public Optional<Locale> language() {
    return holding.language();
  }

  @Override
  public void tick() {
    holding.tick();
  }

  @Override
  public void where() {
    editing.where();
  }

  @Override
  public boolean leavesWork() {
    return true;
  }
}
