package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;

/**
 * Who makes a request.
 *
 * @param id of the account
 * @param role what the token allows
 */
public record Caller(String id, Role role) {

  /**
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but a worker
   */
  public Caller asWorker() {
    if (role != Role.WORKER) {
      throw new Fault.Refused(Refusal.FORBIDDEN);
    }
    return this;
  }

  /**
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but requesters and operators
   */
  public Caller asRequester() {
    if (role == Role.WORKER) {
      throw new Fault.Refused(Refusal.FORBIDDEN);
    }
    return this;
  }

  /**
   * @throws Fault.Refused with {@link Refusal#FORBIDDEN} for everybody but an operator
   */
  public Caller asOperator() {
    if (role != Role.OPERATOR) {
      throw new Fault.Refused(Refusal.FORBIDDEN);
    }
    return this;
  }

  /** Whether work of this requester is this caller's business. */
  public boolean answersFor(String requesterId) {
    return role == Role.OPERATOR || (role == Role.REQUESTER && id.equals(requesterId));
  }
}
