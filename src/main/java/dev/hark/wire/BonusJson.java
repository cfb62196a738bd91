package dev.hark.wire;

import java.time.Instant;

/**
 * A bonus that was given.
 *
 * @param id stable id
 * @param assignmentId the answer that it was given for
 * @param requester who gave it
 * @param worker who got it, as the asker knows them
 * @param amount beyond the reward
 * @param reason in words
 * @param made when
 */
public record BonusJson(
    String id,
    String assignmentId,
    String requester,
    String worker,
    MoneyJson amount,
    String reason,
    Instant made) {}
