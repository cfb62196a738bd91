package dev.hark.market.source;

import dev.hark.review.Standing;
import java.util.List;
import java.util.Map;

/**
 * Somebody who knows ratings of requesters, and is asked for several at once. Used by one thread at
 * a time.
 */
public interface ReviewSource extends AutoCloseable {
  /** How many ids one call takes at most. */
  int most();

  /**
   * What is known of these requesters. Who is missing in the answer cannot be asked for there;
   * {@code NoReviews} stands only where the source said so, and {@code SourceDown} where what it
   * says of this one makes no sense.
   *
   * @param requesterIds 1 to {@link #most} of them
   * @throws NoAnswer where the source does not answer, or not with ratings
   */
  Map<String, Standing> ask(List<String> requesterIds) throws NoAnswer;

  @Override
  void close();
}
