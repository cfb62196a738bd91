package dev.hark.market.hub;

import dev.hark.task.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A group as its requester sees it.
 *
 * @param id stable id
 * @param title in the requester's words, cleaned
 * @param state where it stands
 * @param reward for each answer
 * @param expires when nobody can take a task any more; empty for a draft and where there is no end
 * @param tasks how many there are
 * @param copies answers wanted for each
 * @param counts how far it is
 */
public record PostedGroup(
    String id,
    String title,
    State state,
    Money reward,
    Optional<Instant> expires,
    int tasks,
    int copies,
    Counts counts) {

  /** Where a group stands. */
  public enum State {
    /** Nobody but its requester sees it. */
    DRAFT,
    /** On the market. */
    PUBLISHED,
    /** Nobody can take a task any more. */
    EXPIRED,
    /** Hidden for good; its answers stay. */
    DELETED
  }

  /**
   * Counts of answers.
   *
   * @param open wanted, and held by nobody
   * @param held being worked on
   * @param waiting handed in and undecided
   * @param approved approved and paid
   * @param rejected rejected
   */
  public record Counts(int open, int held, int waiting, int approved, int rejected) {}
}
