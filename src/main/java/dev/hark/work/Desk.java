package dev.hark.work;

import dev.hark.audio.Player;
import dev.hark.fault.Sentence;
import dev.hark.journal.Journal;
import dev.hark.journal.Outbox;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.Offer;
import dev.hark.review.Review;
import java.time.Clock;
import java.util.List;

/**
 * What a session works with. Whoever made these closes them.
 *
 * @param market where tasks come from
 * @param journal the client's own store
 * @param outbox hands answers in, over the same journal and market
 * @param player plays the tasks' sounds
 * @param decoder reads the tasks' sounds
 * @param lister makes the list anew
 * @param words says offers and reviews
 * @param clock tells the time; its zone is where the worker's day begins
 */
public record Desk(
    Marketplace market,
    Journal journal,
    Outbox outbox,
    Player player,
    Decoder decoder,
    Lister lister,
    Words words,
    Clock clock) {

  Listing list(boolean showsHidden) {
    return lister.list(showsHidden);
  }

  Earnings earnings() {
    return market.earnings(clock.getZone());
  }

  /** Makes the list of what there is to do. May throw faults. */
  @FunctionalInterface
  public interface Lister {
    /**
     * @param showsHidden also what filters and senses would hide, behind what they keep
     */
    Listing list(boolean showsHidden);
  }

  /** Puts offers and reviews into sentences. */
  public interface Words {
    /** The one sentence that presents an offer. */
    Sentence offer(Offer offer);

    /** All that is known, a sentence each. */
    List<Sentence> details(Offer offer);

    /** What is known of who pays. */
    Sentence standing(Offer offer);

    Sentence review(Review review);
  }
}
