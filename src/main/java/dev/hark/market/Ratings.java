package dev.hark.market;

import dev.hark.market.Marketplace.OfferPage;
import dev.hark.review.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the ratings of a market's requesters come from. A list of offers never waits for them: what
 * is not there yet is told as not asked for, and {@link #version} tells when more is known. Safe
 * for use by several threads.
 */
public interface Ratings extends AutoCloseable {
  /** As the market tells them, with the offers. */
  Ratings AS_TOLD =
      new Ratings() {
        @Override
        public Offer on(Offer offer) {
          return offer;
        }
      };

  /** The offer with what is known of its requester now; what is not known is asked for. */
  Offer on(Offer offer);

  /** A whole page of them. */
  default OfferPage on(OfferPage page) {
    return new OfferPage(
        page.offers().stream().map(this::on).toList(), page.next(), page.leftOut());
  }

  /** Grows whenever {@link #on} may say something else than before. */
  default long version() {
    return 0;
  }

  /** Whether something is being asked that nobody knows yet. */
  default boolean pending() {
    return false;
  }

  /**
   * Waits until nothing is pending, and no longer than that.
   *
   * @return whether nothing is pending
   */
  default boolean await(Duration atMost) {
    return true;
  }

  /** Since when the source does not answer; empty where it does, or was not asked. */
  default Optional<Instant> downSince() {
    return Optional.empty();
  }

  /** Asks no more. */
  @Override
  default void close() {}

  /** The offer, standing like that. */
  static Offer with(Offer offer, Standing standing) {
    return offer.standing().equals(standing)
        ? offer
        : new Offer(
            offer.group(),
            standing,
            offer.hourly(),
            offer.decided(),
            offer.approved(),
            offer.timeToPay(),
            offer.imported(),
            offer.earned());
  }
}
