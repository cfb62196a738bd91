package dev.hark.cli.session;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.voice.Host;
import dev.hark.work.Action;
import java.util.function.BooleanSupplier;

/**
 * Speaks for a session that listens.
 *
 * @param sounds whether somebody in the room hears Hark or a recording
 */
record EarHost(Teller teller, BooleanSupplier sounds) implements Host {
  @Override
  public void say(Sentence sentence, Priority priority) {
    // What the ear tells of its progress is no less true while a recording plays.
    teller.say(sentence, priority == Priority.PROGRESS ? Priority.WAIT : priority);
  }

  @Override
  public void answered() {
    teller.answered();
  }

  @Override
  public void giveWay() {
    teller.keyPressed();
  }

  @Override
  public void silence() {
    teller.before(Action.SILENCE);
  }

  @Override
  public boolean audible() {
    return sounds.getAsBoolean();
  }
}
