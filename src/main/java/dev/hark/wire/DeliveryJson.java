package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to a webhook.
 *
 * @param id stable: the same in every attempt
 * @param state {@code WAITING}, {@code DELIVERED} or {@code FAILED}
 * @param attempts made so far
 * @param tried when last
 * @param next when it is tried again, while it waits
 * @param status HTTP status of the last answer
 * @param fault what went wrong last: {@code address}, {@code connect}, {@code tls}, {@code slow} or
 *     {@code status}
 */
public record DeliveryJson(
    String id,
    String eventId,
    String kind,
    String state,
    Instant created,
    int attempts,
    @Nullable Instant tried,
    @Nullable Instant next,
    @Nullable Integer status,
    @Nullable String fault) {}
