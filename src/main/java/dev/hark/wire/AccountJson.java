package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account, as its owner and the operators see it.
 *
 * @param id stable id
 * @param role {@code WORKER}, {@code REQUESTER}, {@code MODERATOR} or {@code OPERATOR}
 * @param name a requester's public name; a worker's may be empty
 * @param created when it was made
 * @param closed when it was closed; absent where it is open
 */
public record AccountJson(
    String id, String role, String name, Instant created, @Nullable Instant closed) {}
