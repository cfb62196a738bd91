package dev.hark.work;

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

  /** Asks for the words. */
  void ask() {
    session.enter(this);
    session
        .say()
        .answer(
            switch (action) {
              case INSERT -> "edit.type-before";
              case APPEND -> "edit.type-after";
              default -> "edit.type-for";
            },
            editing.word());
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
    if (other == Action.QUIT || other == Action.EDIT || other == Action.UNDO) {
      session.enter(back);
      typed.leave();
    } else if (other.isAboutSound()) {
      back.act(other);
    } else {
      session.say().answer("edit.only-words", editing.reading(typed.old()));
    }
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
    session.say().answer("edit.only-words", editing.reading(typed.old()));
  }
}
