package dev.hark.task;

/** What would help a worker who does not meet a requirement. */
public enum Remedy {
  /** Take the test; the count is its questions. */
  TEST,
  /** Ask for it, and the owner decides. */
  ASK,
  /** Ask for it, and it is granted at once. */
  TAKE,
  /** It was asked for, and the owner has not decided yet. */
  PENDING,
  /** It may be asked for, or the test taken, again from a time on. */
  WAIT,
  /** Hand in more answers that are approved; the count says how many at least. */
  MORE_APPROVED,
  /** Declare where one lives. */
  DECLARE,
  /** Only the owner can give it. */
  OWNER,
  /** Nothing that the worker could do. */
  NONE
}
