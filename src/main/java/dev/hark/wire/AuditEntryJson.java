package dev.hark.wire;

import java.time.Instant;

/**
 * Who did what, when, to what; ids only.
 *
 * @param id of the entry
 * @param at when
 * @param actor account that did it; {@code nobody} where none is known
 * @param deed code of what was done, such as {@code token-made}
 * @param subject id of what it was done to
 * @param times how often, where it was counted; 1 otherwise
 */
public record AuditEntryJson(
    String id, Instant at, String actor, String deed, String subject, long times) {}
