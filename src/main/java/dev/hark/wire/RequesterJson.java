package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requester with what is known of them.
 *
 * @param id stable id
 * @param name as they call themselves
 * @param rating absent where there are no reviews
 * @param decided how many submissions they have decided on
 * @param approved how many of those they approved
 * @param waitingReviewers people whose reviews do not count yet; absent where there are none
 * @param secondsToPay median seconds from submit to payment, absent where nothing was paid
 * @param imported what was said of them elsewhere; absent where nothing was imported
 * @param earned what workers earned, one for each currency; where it was asked for one requester
 */
public record RequesterJson(
    String id,
    String name,
    @Nullable RatingJson rating,
    int decided,
    int approved,
    @Nullable Integer waitingReviewers,
    @Nullable Long secondsToPay,
    @Nullable ImportedRatingJson imported,
    @Nullable List<EarnedJson> earned) {

  /** A requester of whom no review waits to be counted. */
  public RequesterJson(
      String id,
      String name,
      @Nullable RatingJson rating,
      int decided,
      int approved,
      @Nullable Long secondsToPay) {
    this(id, name, rating, decided, approved, null, secondsToPay, null, null);
  }
}
