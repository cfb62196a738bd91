package dev.hark.task;

/** How a qualification is had. */
public enum GrantWay {
  /** Whoever asks gets it, with a stated value. */
  AUTOMATIC,
  /** Whoever asks waits for the owner's decision. */
  REQUEST,
  /** The owner gives it; it cannot be asked for. */
  OWNER,
  /** By a test, scored at once. */
  TEST
}
