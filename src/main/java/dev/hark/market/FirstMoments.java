package dev.hark.market;

import dev.hark.review.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The market's own ratings, as they come with its offers. A rating that makes no sense is told as
 * missing since it first did not, until it makes sense again.
 */
public final class FirstMoments implements Ratings {
  private static final int MOST = 100_000;

  private final Map<String, Instant> since = new ConcurrentHashMap<>();

  @Override
  public Offer on(Offer offer) {
    String requester = offer.group().requester().id();
    if (offer.standing() instanceof Standing.SourceDown(Instant now)) {
      if (since.size() >= MOST) {
        return offer;
      }
      Instant first = since.merge(requester, now, (known, other) -> known);
      return Ratings.with(offer, new Standing.SourceDown(first));
    }
    if (!since.isEmpty()) {
      since.remove(requester);
    }
    return offer;
  }

  @Override
  public Marketplace.OfferPage on(Marketplace.OfferPage page) {
    boolean asTold =
        since.isEmpty()
            && page.offers().stream()
                .noneMatch(offer -> offer.standing() instanceof Standing.SourceDown);
    return asTold ? page : Ratings.super.on(page);
  }
}
