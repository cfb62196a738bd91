package dev.hark.hub.account;

import java.util.EnumSet;
import java.util.Set;

/** What an account is for. It bounds what a token of it may do. */
public enum Role {
  /** Takes tasks, answers and reviews. */
  WORKER(EnumSet.of(Scope.WORKER_READ, Scope.WORKER_WORK, Scope.TOKENS)),
  /** Posts tasks and decides on the answers to them. */
  REQUESTER(
      EnumSet.of(Scope.REQUESTER_READ, Scope.REQUESTER_POST, Scope.REQUESTER_PAY, Scope.TOKENS)),
  /** Judges what people say of each other. */
  MODERATOR(EnumSet.of(Scope.MODERATE, Scope.TOKENS)),
  /** Runs the hub; may do what any requester and any moderator may. */
  OPERATOR(
      EnumSet.of(
          Scope.REQUESTER_READ,
          Scope.REQUESTER_POST,
          Scope.REQUESTER_PAY,
          Scope.MODERATE,
          Scope.OPERATE,
          Scope.TOKENS));

  @SuppressWarnings("ImmutableEnumChecker") // copied, and never changed
  private final Set<Scope> scopes;

  Role(Set<Scope> scopes) {
    this.scopes = Set.copyOf(scopes);
  }

  /** Everything that a token of such an account may be good for. */
  public Set<Scope> scopes() {
    return scopes;
  }

  /** Whether somebody of this role posts work of their own. */
  boolean posts() {
    return this == REQUESTER || this == OPERATOR;
  }
}
