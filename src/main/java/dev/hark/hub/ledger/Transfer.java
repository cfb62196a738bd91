package dev.hark.hub.ledger;

import dev.hark.task.Money;
import java.time.Instant;

/**
 * Money that goes from one book to another.
 *
 * @param key unique for ever, such as {@code reward:ASSIGNMENT}
 * @param kind why
 * @param from the book that pays
 * @param to the book that is paid
 * @param amount more than nothing
 * @param made when
 */
public record Transfer(String key, Kind kind, String from, String to, Money amount, Instant made) {
  public Transfer {
    if (amount.minor() <= 0 || from.equals(to)) {
      throw new IllegalArgumentException(key + " moves " + amount + " from " + from + " to " + to);
    }
  }

  /** Money for a requester to spend; the key is unique among this requester's deposits. */
  public static Transfer deposit(String requesterId, Money amount, String key, Instant made) {
    return new Transfer(
        "deposit:" + requesterId + ":" + key,
        Kind.DEPOSIT,
        Book.WORLD,
        Book.requester(requesterId),
        amount,
        made);
  }
}
