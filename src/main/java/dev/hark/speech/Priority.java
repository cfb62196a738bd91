package dev.hark.speech;

/** Which utterance goes first. A higher one interrupts a lower one; see {@link SpeechQueue}. */
public enum Priority {
  /** News that can wait until all else is said. */
  BACKGROUND,
  /** "Still loading": a newer one replaces an older one that was not said yet. */
  PROGRESS,
  /** The answer to a key; stops the answer to the key before. */
  ANSWER,
  /** Time is nearly up, the hub is gone: may interrupt, once. */
  ALERT
}
