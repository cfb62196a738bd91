package dev.hark.hub.ledger;

/** Why money moved. Kept with every entry; docs/ledger.md says which books each one joins. */
public enum Kind {
  /** From the world to a requester. */
  DEPOSIT,
  /** What a requester did not use goes back to the world. */
  REFUND,
  /** A requester's money is set aside for the answers of a group. */
  ESCROW,
  /** Set aside for an answer that was rejected: kept, in case that is turned round. */
  KEPT,
  /** Set aside or kept, and not needed: back to the requester. */
  RELEASE,
  /** From what is set aside or kept to the worker, for an approved answer. */
  REWARD,
  /** From the same to the operator, with the reward. */
  FEE,
  /** From a requester to a worker, beyond the reward. */
  BONUS,
  /** A worker asked for money: it leaves the worker's book. */
  PAYOUT,
  /** A payout reached the worker: it leaves the market. */
  PAID,
  /** A payout did not reach the worker: back into the worker's book. */
  PAYOUT_RETURNED
}
