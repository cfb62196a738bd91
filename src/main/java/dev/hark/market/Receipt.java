package dev.hark.market;

import dev.hark.task.Assignment;
import dev.hark.task.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The marketplace has an answer.
 *
 * @param assignmentId of what
 * @param state submitted, or already approved
 * @param submitted when it arrived first
 * @param reward what it pays
 * @param timeToPay the requester's median, where known
 */
public record Receipt(
    String assignmentId,
    Assignment.State state,
    Instant submitted,
    Money reward,
    Optional<Duration> timeToPay) {}
