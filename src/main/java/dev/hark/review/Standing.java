package dev.hark.review;

import java.time.Instant;

/** What is known of a requester from reviews; four states that are never confused. */
public sealed interface Standing {
  /** There are reviews. */
  record Rated(Rating rating) implements Standing {}

  /** The source was asked and has none. */
  record NoReviews() implements Standing {}

  /** The source was not asked yet. */
  record NotAsked() implements Standing {}

  /** The source does not answer. */
  record SourceDown(Instant since) implements Standing {}
}
