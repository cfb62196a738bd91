package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a requester says to a review.
 *
 * @param words 1 to 5,000 characters
 * @param answered set by the hub
 */
public record ReviewAnswerJson(@Nullable String words, @Nullable Instant answered) {}
