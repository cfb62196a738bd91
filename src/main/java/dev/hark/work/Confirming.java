package dev.hark.work;

import dev.hark.fault.Sentence;

/** Waits for yes or no. A no goes back to where the question came from. */
final class Confirming implements Stage {
  private final Session session;
  private final Sentence question;
  private final Stage back;
  private final Runnable yes;

  Confirming(Session session, Sentence question, Stage back, Runnable yes) {
    this.session = session;
    this.question = question;
    this.back = back;
    this.yes = yes;
  }

  /** Asks. */
  void ask() {
    session.enter(this);
    session.say().answer(question);
  }

  @Override
  public Mode mode() {
    return Mode.CONFIRMING;
  }

  @Override
  public void act(Action action) {
    session.say().answer("session.yes-or-no");
    session.say().answer(question);
  }

  @Override
  public void confirm(boolean confirmed) {
    session.enter(back);
    if (confirmed) {
      yes.run();
    } else {
      session.say().answer("session.not-done");
    }
  }

  @Override
  public void tick() {
    back.tick();
  }

  @Override
  public void where() {
    session.say().answer(question);
  }
}
