package dev.hark.work;

import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import java.util.List;
import java.util.Optional;

/** Asks for a condition that tasks must meet from now on, besides the filters that are on. */
final class Filtering implements Stage {
  private final Session session;
  private String typed = "";

  Filtering(Session session) {
    this.session = session;
  }

  /** A condition has signs that no recogniser writes; by voice it is not begun. */
  void begin(Optional<NamedFilter> now) {
    if (session.isSpoken()) {
      session.say().answer("session.filter-by-key");
      return;
    }
    session.enter(this);
    now.ifPresentOrElse(
        filter -> session.say().answer("session.filter-now", filter.name()),
        () -> session.say().answer("session.filter-type"));
  }

  @Override
  public Mode mode() {
    return Mode.TYPING;
  }

  @Override
  public void act(Action action) {
    if (action == Action.QUIT || action == Action.RETURN) {
      session.say().answer("session.filter-as-before");
      session.browsing().comeBack();
    } else {
      where();
    }
  }

  /** A condition is not said. */
  @Override
  public List<Action> possible() {
    return List.of(Action.RETURN);
  }

  @Override
  public void typed(String text) {
    typed = text;
  }

  /** A condition that cannot be understood is said by the session, and is asked for again. */
  @Override
  public void typingDone() {
    String condition = typed.strip();
    typed = "";
    session
        .browsing()
        .filter(condition.isEmpty() ? Optional.empty() : Optional.of(Where.of(condition)));
  }

  @Override
  public void where() {
    session.say().answer("session.filter-type");
  }
}
