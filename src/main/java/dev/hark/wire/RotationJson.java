package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A token to be replaced by a new one.
 *
 * @param overlapSeconds how long the old one stays good; an hour where absent
 */
public record RotationJson(@Nullable Long overlapSeconds) {}
