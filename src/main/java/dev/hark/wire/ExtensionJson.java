package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * More of a group; at least one member is present.
 *
 * @param answers more for each task
 * @param expires the new end, later than it was
 */
public record ExtensionJson(@Nullable Integer answers, @Nullable Instant expires) {}
