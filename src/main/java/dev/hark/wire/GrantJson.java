package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a qualification stands with a worker.
 *
 * @param qualification id of the qualification
 * @param name of the qualification
 * @param worker the worker's stable id as the caller knows them; nothing else is known of them
 * @param state what came last: {@code PENDING}, {@code GRANTED}, {@code DENIED}, {@code REVOKED} or
 *     {@code FAILED} (the test)
 * @param value what the worker has, absent where nothing
 * @param words what the worker wrote
 * @param reason what the owner wrote
 * @param changed when it became so
 * @param again from when on it may be asked for, or the test be taken, again; absent where it may
 *     not, and where the owner has to decide first
 */
public record GrantJson(
    String qualification,
    String name,
    String worker,
    String state,
    @Nullable Long value,
    String words,
    String reason,
    Instant changed,
    @Nullable Instant again) {

  /** The same, where the worker appears by another id. */
  public GrantJson of(String shown) {
    return new GrantJson(qualification, name, shown, state, value, words, reason, changed, again);
  }
}
