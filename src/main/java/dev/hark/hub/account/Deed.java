package dev.hark.hub.account;

import java.util.Locale;

/**
 * What the audit log tells of. Each has a sentence of its own, {@code audit.} and the code, in the
 * wording of the command line.
 */
public enum Deed {
  ACCOUNT_MADE,
  ACCOUNT_CLOSED,
  TOKEN_MADE,
  TOKEN_ROTATED,
  TOKEN_REVOKED,
  /** Requests with a token that is not good; counted, at most one entry a minute. */
  LOGIN_FAILED,
  GROUP_POSTED,
  GROUP_PUBLISHED,
  GROUP_EXTENDED,
  GROUP_EXPIRED,
  GROUP_DELETED,
  ANSWER_APPROVED,
  ANSWER_REJECTED,
  REJECTION_OVERTURNED,
  OBJECTION_DISMISSED,
  DISPUTE_DISMISSED,
  REDO_ASKED,
  MONEY_DEPOSITED,
  QUALIFICATION_MADE,
  QUALIFICATION_RETIRED,
  QUALIFICATION_RESTORED,
  QUALIFICATION_GRANTED,
  QUALIFICATION_DENIED,
  QUALIFICATION_REVOKED,
  MONEY_REFUNDED,
  BONUS_GIVEN,
  FEE_SET,
  PAYOUT_LEAST_SET,
  PAYOUTS_EXPORTED,
  PAYOUT_PAID,
  PAYOUT_RETURNED,
  REVIEW_ANSWERED,
  REVIEW_FLAGGED,
  REVIEW_HIDDEN,
  REVIEW_SHOWN,
  ACCOUNTS_JOINED,
  ACCOUNTS_PARTED,
  /** Of a source; counted. */
  REVIEWS_IMPORTED,
  REQUESTER_LINKED,
  REQUESTER_UNLINKED;

  /** As it is stored and told, such as {@code token-made}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
