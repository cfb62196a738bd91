package dev.hark.fault;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a hub refuses a request. The code stands in the problem document ({@code code}), the status
 * is the HTTP status it travels with.
 */
public enum Refusal {
  /** A field is missing or wrong. Argument: which field, and what is expected. */
  INVALID(400),
  /** No token, or one that is unknown or revoked. */
  UNAUTHENTICATED(401),
  /** The token's time is over. Argument: the {@link java.time.Instant} when it ended. */
  TOKEN_EXPIRED(401),
  /** The account was closed by an operator. */
  ACCOUNT_CLOSED(403),
  /** The account may not do this. */
  FORBIDDEN(403),
  /** The account may, but this token of it is too narrow. Argument: the scope that it lacks. */
  LACKS_SCOPE(403),
  /** No such thing. Argument: what was asked for. */
  NOT_FOUND(404),
  /** No task of this group is left for this worker. */
  NO_TASK_LEFT(409),
  /** The group's lifetime is over. Argument: the {@link java.time.Instant} when. */
  GROUP_EXPIRED(410),
  /** Answers to the group are held or wait for a decision. Arguments: how many of each. */
  GROUP_BUSY(409),
  /** A newer draft is here. Argument: its version. */
  DRAFT_OLDER(409),
  /** The part does not begin where the hub's end. Argument: how many bytes the hub has. */
  UPLOAD_OFFSET(409),
  /** What came is not what was sent. */
  UPLOAD_CHECKSUM(422),
  /** The upload took too long, and is gone. */
  UPLOAD_EXPIRED(410),
  /** The worker already holds a task of this group. */
  ALREADY_HELD(409),
  /** Two different answers under one key or for one assignment. */
  ANSWER_CONFLICT(409),
  /** The assignment's time ran out. Argument: the {@link java.time.Instant} when. */
  LEASE_EXPIRED(410),
  /** The assignment was returned. */
  RETURNED(410),
  /** The answer does not fit the question. */
  ANSWER_UNFIT(422),
  /** Only who held a task of the group may review. */
  NOT_WORKED_FOR(403),
  /** One's own review can be changed, and neither flagged nor praised. */
  OWN_REVIEW(403),
  /** A moderator knows the worker and the requester for one person. */
  SAME_PERSON(403),
  /** The id that a requester is said to have had elsewhere is another one's. Argument: the id. */
  KNOWN_AS_ANOTHER(409),
  /** The requester has answered the review already, in other words. */
  REVIEW_ANSWERED(409),
  /**
   * The worker does not meet what the group requires. Argument: in words, what is wanted, what the
   * worker has and what would help.
   */
  NOT_QUALIFIED(403),
  /** The qualification cannot be had in this way, or not any more. */
  NOT_OFFERED(409),
  /** It may be tried again later. Argument: the {@link java.time.Instant} from when on. */
  TOO_EARLY(409),
  /** The submission was decided already, the other way. */
  ALREADY_DECIDED(409),
  /** A rejection without one of the codes. Argument: the codes there are. */
  REJECTION_CODE(400),
  /** What is to be answered or turned round is no rejection. */
  NOT_REJECTED(409),
  /** The worker has answered the rejection already, in other words. */
  OBJECTED(409),
  /** The time to answer the rejection is over. Argument: the {@link java.time.Instant} when. */
  OBJECTION_LATE(410),
  /** The worker said nothing to the rejection. */
  NOT_OBJECTED(409),
  /** The objection was dismissed already, in other words. */
  DISMISSED(409),
  /** The worker was asked to do it again. Argument: the {@link java.time.Instant} until when. */
  REDO_OPEN(409),
  /** The worker was asked to do it again as often as may be. */
  REDO_SPENT(409),
  /** The requester's money does not cover it. Argument: the {@code Money} that is missing. */
  NOT_COVERED(402),
  /** Its sender is too slow: the hub waits no longer. */
  TOO_SLOW(408),
  /** This hub is reached through its proxy only. */
  PROXY_ONLY(421),
  /** More than the worker has. Argument: the {@code Money} there is. */
  PAYOUT_TOO_MUCH(409),
  /** Less than is paid out at once. Argument: the least {@code Money}. */
  PAYOUT_TOO_SMALL(409),
  /** Nobody waits for a payout. */
  PAYOUT_NONE(409),
  /** The payout stands in no settlement file yet. */
  PAYOUT_NOT_SENT(409),
  /** The payout was settled already, the other way. */
  PAYOUT_SETTLED(409),
  /** More than the hub takes. */
  TOO_LARGE(413),
  /** Too many requests. */
  TOO_MANY(429),
  /** What came right after a cursor of events is no longer kept. */
  CURSOR_GONE(410),
  /** The webhook was turned off, as it failed too long. */
  WEBHOOK_OFF(409),
  /** The hub itself failed; the request may be sent again. */
  HUB_FAILED(500),
  /** The hub runs, and does not reach its database now. */
  NOT_READY(503),
  /** The hub's disk is full. */
  NO_ROOM(507);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The stable code, such as {@code no-task-left}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Refusal> ofCode(String code) {
    for (Refusal refusal : values()) {
      if (refusal.code().equals(code)) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }
}
