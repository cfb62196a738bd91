package dev.hark.review;

import dev.hark.task.Money;
import java.time.Instant;
import java.util.Optional;

/** What is known of a requester from reviews; four states that are never confused. */
public sealed interface Standing {
  /**
   * There are reviews.
   *
   * @param asOf when the source said so, where that is a while ago
   * @param wage what workers say they earned there an hour, on average, where the source tells it
   */
  record Rated(Rating rating, Optional<Instant> asOf, Optional<Money> wage) implements Standing {
    /** As the source says now. */
    public Rated(Rating rating) {
      this(rating, Optional.empty(), Optional.empty());
    }

    /** The same, said at that time. */
    public Rated asOf(Instant said) {
      return new Rated(rating, Optional.of(said), wage);
    }
  }

  /** The source was asked and has none. */
  record NoReviews() implements Standing {}

  /** The source was not asked yet. */
  record NotAsked() implements Standing {}

  /** The source does not answer. */
  record SourceDown(Instant since) implements Standing {}
}
