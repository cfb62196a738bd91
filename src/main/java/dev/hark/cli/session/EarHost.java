package dev.hark.cli.session;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.voice.Host;

/** Speaks for a session that listens. */
record EarHost(Teller teller, Sounding sounding) implements Host {
  @Override
  public void say(Sentence sentence, Priority priority) {
    teller.say(sentence, priority);
  }

  @Override
  public void answered() {
    teller.answered();
  }

  @Override
  public void silence() {
    sounding.silence();
  }

  @Override
  public boolean audible() {
    return sounding.audible();
  }
}
