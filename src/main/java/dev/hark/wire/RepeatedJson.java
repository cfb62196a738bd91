package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * How far a worker agrees with themselves, by pieces of recordings that came to them twice.
 *
 * @param pieces how many
 * @param agreement how much of both answers is the same, on average, from 0 to 1; absent where none
 *     came twice
 */
public record RepeatedJson(int pieces, @Nullable Double agreement) {}
