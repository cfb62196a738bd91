package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What the market itself knows of a worker, and task groups may ask for.
 *
 * @param decided answers that were decided on
 * @param approved how many of those were approved
 * @param share whole percent approved, rounded down; absent before the first decision
 * @param place absent where the worker did not declare one
 */
public record WorkerStandingJson(
    long decided, long approved, @Nullable Integer share, @Nullable PlaceJson place) {}
