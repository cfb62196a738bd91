package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next cursor of the next page, absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {}
