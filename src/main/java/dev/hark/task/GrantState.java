package dev.hark.task;

/** What came last between a worker and a qualification. */
public enum GrantState {
  /** Asked for, not decided. */
  PENDING,
  /** A test is open. */
  TESTING,
  GRANTED,
  DENIED,
  REVOKED,
  /** The test was not passed, or its time ran out. */
  FAILED
}
