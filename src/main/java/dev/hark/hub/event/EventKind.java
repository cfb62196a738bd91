package dev.hark.hub.event;

import java.util.Locale;
import java.util.Optional;

/** What can happen. The first word of a kind's code says to what. */
public enum EventKind {
  /** A task group came onto the market. Everybody hears of it. */
  GROUP_PUBLISHED,
  /** A task group got more tasks, answers or time. Everybody hears of it. */
  GROUP_EXTENDED,
  /** A task group left the market, by time or by hand. Everybody hears of it. */
  GROUP_EXPIRED,
  /** A task was taken. */
  ASSIGNMENT_ACCEPTED,
  /** A task was given back unanswered. */
  ASSIGNMENT_RETURNED,
  /** An answer came in. */
  ASSIGNMENT_SUBMITTED,
  /** An answer was approved, by hand, by agreement or by time. */
  ASSIGNMENT_APPROVED,
  /** An answer was rejected. */
  ASSIGNMENT_REJECTED,
  /** The requester asks for the answer to be done again. */
  ASSIGNMENT_REDO_ASKED,
  /** The worker answered a rejection. */
  ASSIGNMENT_OBJECTED,
  /** What the worker said to a rejection was dismissed; the rejection stands. */
  ASSIGNMENT_OBJECTION_DISMISSED,
  /** The worker says that the text that an answer was held against is wrong. */
  ASSIGNMENT_DISPUTED,
  /** A bonus was paid. */
  BONUS_PAID,
  /** A worker asked to be paid out. */
  PAYOUT_REQUESTED,
  /** A payout reached the worker. */
  PAYOUT_PAID,
  /** A payout failed; the money is the worker's again. */
  PAYOUT_FAILED,
  /** A worker asks a requester for a qualification. */
  QUALIFICATION_REQUESTED,
  /** A worker got a qualification. */
  QUALIFICATION_GRANTED,
  /** A worker was refused a qualification. */
  QUALIFICATION_REFUSED,
  /** A qualification was taken away. */
  QUALIFICATION_REVOKED,
  /** A worker reviewed a requester. */
  REVIEW_WRITTEN,
  /** A requester answered a worker's review. */
  REVIEW_ANSWERED,
  /** A webhook failed too long and is off until it is turned on again. */
  WEBHOOK_DISABLED,
  /** A requester asked for a trial of a webhook. */
  WEBHOOK_TESTED;

  /** The stable code, such as {@code assignment.redo-asked}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }

  public static Optional<EventKind> ofCode(String code) {
    for (EventKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
