package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A requester asks for an answer to be done again.
 *
 * @param words what is to be different; required
 * @param seconds how much time the worker gets; required
 */
public record NewRedoJson(@Nullable String words, @Nullable Long seconds) {}
