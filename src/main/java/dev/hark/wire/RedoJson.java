package dev.hark.wire;

import java.time.Instant;

/**
 * What a worker is asked to do again.
 *
 * @param words what the requester asks for
 * @param asked when
 * @param until how long there is time; afterwards the answer from before stands
 */
public record RedoJson(String words, Instant asked, Instant until) {}
