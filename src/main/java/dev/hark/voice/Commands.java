package dev.hark.voice;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.work.Action;
import dev.hark.work.Mode;
import dev.hark.work.Session;
import java.util.ArrayList;
import java.util.List;

/** Brings what was said to the session, as a key would. */
final class Commands {
  private final Session session;
  private final Phrasebook book;
  private final Host host;

  Commands(Session session, Phrasebook book, Host host) {
    this.session = session;
    this.book = book;
    this.host = host;
  }

  /** Does it; waking and sleeping are not its own. */
  void take(Spoken meaning) {
    boolean asked = session.asksYesOrNo();
    switch (meaning) {
      case Spoken.Answer(boolean yes) when asked -> session.confirm(yes);
      case Spoken.Answer _ -> say(Sentence.of("listen.nothing-asked"));
      case Spoken.Option(int number) -> session.option(number);
      case Spoken.WhatNow _ -> whatNow(asked);
      case Spoken.Act(Action action) when action == Action.HELP -> whatNow(asked);
      case Spoken.Act(Action action) -> session.actSpoken(action);
      case Spoken.Wake _, Spoken.Sleep _ -> {}
    }
  }

  private void whatNow(boolean asked) {
    List<String> phrases = new ArrayList<>(book.options(session.options()));
    session.possible().stream().map(book::phrase).forEach(phrases::add);
    phrases.add(book.sleepPhrase());
    say(
        asked
            ? Sentence.of("listen.can-say-confirm")
            : Sentence.of("listen.can-say", String.join(", ", phrases)));
  }

  private void say(Sentence sentence) {
    host.say(sentence, Priority.ANSWER);
  }

  boolean isAsked() {
    return session.asksYesOrNo();
  }

  boolean isOver() {
    return session.mode() == Mode.ENDED;
  }
}
