package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hub has an answer. The same submit again gives the same receipt but for the state.
 *
 * @param assignmentId of what
 * @param state {@code SUBMITTED}, or {@code APPROVED} where gold decided at once
 * @param submitted when it arrived first
 * @param reward what it pays
 * @param secondsToPay the requester's median, absent where unknown
 */
public record ReceiptJson(
    String assignmentId,
    String state,
    Instant submitted,
    MoneyJson reward,
    @Nullable Long secondsToPay) {}
