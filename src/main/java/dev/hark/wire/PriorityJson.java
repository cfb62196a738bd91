package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where a group stands in the list.
 *
 * @param priority higher ones first
 */
public record PriorityJson(@Nullable Integer priority) {}
