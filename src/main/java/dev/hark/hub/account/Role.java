package dev.hark.hub.account;

/** What an account, and a token of it, may do. */
public enum Role {
  /** Takes tasks, answers and reviews. */
  WORKER,
  /** Posts tasks and decides on the answers to them. */
  REQUESTER,
  /** Runs the hub; may do what any requester may. */
  OPERATOR
}
