package dev.hark.review;

/** What a review may report of a requester, besides marks. */
public enum Report {
  /** Some or all work was rejected without a good reason. */
  UNJUST_REJECTIONS,
  /** The market's terms were broken. */
  TERMS_BROKEN,
  /** A task could not be done. */
  BROKEN_TASKS,
  /** Questions came before the work without pay. */
  UNPAID_SCREENING
}
