package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import java.util.List;
import java.util.Optional;

/**
 * An offer and whether it is kept.
 *
 * @param offer as the market told it
 * @param facts what it was judged by
 * @param hiddenBy what hides it, empty where it is kept
 * @param reasons why it is hidden, in parts of a sentence; empty where it is kept
 */
public record Judged(
    Offer offer, Facts facts, Optional<HiddenBy> hiddenBy, List<Sentence> reasons) {
  public Judged {
    reasons = List.copyOf(reasons);
    if (hiddenBy.isPresent() == reasons.isEmpty()) {
      throw new IllegalArgumentException("hidden needs reasons, kept has none");
    }
  }

  public boolean kept() {
    return hiddenBy.isEmpty();
  }

  /** What hides an offer; of several the first that applies. */
  public enum HiddenBy {
    /** The worker never wants to see this requester. */
    REQUESTER,
    /** The worker's list of what is blocked. */
    BLOCK,
    /** It needs what the worker does not have. */
    SENSES,
    /** A filter. */
    FILTER
  }
}
