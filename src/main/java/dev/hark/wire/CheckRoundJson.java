package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A second round that was asked for.
 *
 * @param groupId its task group; absent where no place is unsure, and nothing was posted
 * @param places how many places it listens to
 */
public record CheckRoundJson(@Nullable String groupId, int places) {}
