package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as moderators see it.
 *
 * @param review with the words as they were written
 * @param requesterId whom it is about
 * @param hidden since when nobody else sees it; absent while everybody does
 * @param flags why people want it hidden, the oldest first; settled ones left out
 */
public record FlaggedReviewJson(
    ReviewJson review, String requesterId, @Nullable Instant hidden, List<FlagJson> flags) {

  /**
   * One person's wish.
   *
   * @param by their account
   * @param moderator whether they moderate
   * @param reason in their words
   * @param made when
   */
  public record FlagJson(String by, boolean moderator, String reason, Instant made) {}
}
