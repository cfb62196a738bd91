package dev.hark.speech;

/** Which utterance goes first. A higher one interrupts a lower one; see {@link SpeechQueue}. */
public enum Priority {
  /** News that can wait until all else is said. */
  BACKGROUND,
  /**
   * "Playing": a newer one replaces an older one that was not said yet. It is said now or never: a
   * recording that plays tells more.
   */
  PROGRESS,
  /** "Waiting for the hub": heard at once, also over a recording, until the answer comes. */
  WAIT,
  /** The answer to a key; stops the answer to the key before. */
  ANSWER,
  /** Time is nearly up, the hub is gone: may interrupt, once. */
  ALERT
}
