package dev.hark.wire;

/**
 * Asks for an account.
 *
 * @param role {@code WORKER} or {@code REQUESTER}
 * @param name a requester's public name; a worker's is never shown to requesters
 */
public record NewAccountJson(String role, String name) {}
