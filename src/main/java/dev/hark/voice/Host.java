package dev.hark.voice;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;

/** Whoever speaks for Hark while it listens. Safe for use by several threads. */
public interface Host {
  /** Writes it, and speaks it where Hark speaks. */
  void say(Sentence sentence, Priority priority);

  /** All that answers one command has been said. */
  void answered();

  /** Stops what is spoken, at once, but alerts; news is said again. */
  void giveWay();

  /** Stops all that is spoken, and what waits is never said: that was asked for. */
  void silence();

  /** Whether a microphone in the room would hear Hark now: it speaks, or a recording plays. */
  boolean audible();
}
