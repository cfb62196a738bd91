package dev.hark.work;

/** What the next key or line means to a session. */
public enum Mode {
  /** Looking through offers; keys are actions. */
  BROWSING,
  /** A task is held; keys are actions, digits choose an option. */
  HOLDING,
  /** Words are typed; lines are the answer, typing keys are actions. */
  TYPING,
  /** Words are changed one by one; keys are actions, digits are numbers of words. */
  EDITING,
  /** A yes or no is awaited: y or n. */
  CONFIRMING,
  /** The session is over. */
  ENDED
}
