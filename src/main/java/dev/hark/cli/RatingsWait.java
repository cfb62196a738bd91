package dev.hark.cli;

import dev.hark.fault.Sentence;
import dev.hark.market.Offer;
import dev.hark.market.OfferList;
import dev.hark.market.Ratings;
import java.time.Duration;

/** Waiting a short time for ratings, for a command that tells a list once. */
public final class RatingsWait {
  /** Who lists tasks waits no longer than this; what has not come by then is told as missing. */
  public static final Duration LONGEST = Duration.ofSeconds(4);

  private static final Duration BLINK = Duration.ofSeconds(1);

  private RatingsWait() {}

  /** The list with the ratings that came in time; a wait over a second is told. */
  public static OfferList rated(Context context, OfferList list) {
    Ratings ratings = waited(context);
    return list.rated(ratings);
  }

  /** One offer with the rating that came in time. */
  public static Offer rated(Context context, Offer offer) {
    Ratings ratings = waited(context);
    return ratings.on(offer);
  }

  private static Ratings waited(Context context) {
    Ratings ratings = context.market().ratings();
    if (!ratings.await(BLINK)) {
      context.output().progress(Sentence.of("ratings.waiting"));
      var _ = ratings.await(LONGEST.minus(BLINK));
    }
    return ratings;
  }
}
