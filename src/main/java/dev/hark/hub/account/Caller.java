package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param id of the account
 * @param role of the account
 * @param tokenId of the token; empty within the hub itself
 * @param scopes what the token is good for
 * @param reads whether the request only looks
 */
public record Caller(String id, Role role, String tokenId, Set<Scope> scopes, boolean reads) {

  /** Somebody who may do all that the role may; within the hub. */
  public Caller(String id, Role role) {
    this(id, role, "", role.scopes(), false);
  }

  Caller reading(boolean only) {
    return new Caller(id, role, tokenId, scopes, only);
  }

  /**
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but a worker, {@link
   *     Refusal#LACKS_SCOPE} where the token is too narrow
   */
  public Caller asWorker() {
    return only(role == Role.WORKER).with(reads ? Scope.WORKER_READ : Scope.WORKER_WORK);
  }

  /**
   * To look at what is one's own, in whatever role.
   *
   * @throws Fault.Refused with {@link Refusal#LACKS_SCOPE} where the token is too narrow
   */
  public Caller asReader() {
    return with(
        switch (role) {
          case WORKER -> Scope.WORKER_READ;
          case REQUESTER, OPERATOR -> Scope.REQUESTER_READ;
          case MODERATOR -> Scope.MODERATE;
        });
  }

  /**
   * To look at one's work on the market, or to change it.
   *
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but requesters and
   *     operators, {@link Refusal#LACKS_SCOPE} where the token is too narrow
   */
  public Caller asRequester() {
    return only(role.posts()).with(reads ? Scope.REQUESTER_READ : Scope.REQUESTER_POST);
  }

  /**
   * To decide on answers, or to do whatever else moves money.
   *
   * @throws Fault.Refused as {@link #asRequester}
   */
  public Caller asPayer() {
    return only(role.posts()).with(reads ? Scope.REQUESTER_READ : Scope.REQUESTER_PAY);
  }

  /**
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but moderators and
   *     operators, {@link Refusal#LACKS_SCOPE} where the token is too narrow
   */
  public Caller asModerator() {
    return only(role == Role.MODERATOR || role == Role.OPERATOR).with(Scope.MODERATE);
  }

  /**
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but an operator, {@link
   *     Refusal#LACKS_SCOPE} where the token is too narrow
   */
  public Caller asOperator() {
    return only(role == Role.OPERATOR).with(Scope.OPERATE);
  }

  private Caller only(boolean fits) {
    if (!fits) {
      throw new Fault.Refused(Refusal.FORBIDDEN);
    }
    return this;
  }

  /**
   * @throws Fault.Refused with {@link Refusal#LACKS_SCOPE} where the token is not good for that
   */
  public Caller with(Scope scope) {
    if (!scopes.contains(scope)) {
      throw new Fault.Refused(Refusal.LACKS_SCOPE, scope.code());
    }
    return this;
  }

  /** Whether work of this requester is this caller's business. */
  public boolean answersFor(String requesterId) {
    return role == Role.OPERATOR || (role == Role.REQUESTER && id.equals(requesterId));
  }
}
