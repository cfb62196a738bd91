package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that a worker asked for.
 *
 * @param id stable id
 * @param worker the worker's account
 * @param amount what it is about
 * @param state {@code REQUESTED}, {@code SENT}, {@code PAID} or {@code RETURNED}
 * @param requested when the worker asked
 * @param batch the settlement file it stands in, once it does
 * @param settled when it was paid or returned
 * @param words why it was returned
 */
public record PayoutJson(
    String id,
    String worker,
    MoneyJson amount,
    String state,
    Instant requested,
    @Nullable String batch,
    @Nullable Instant settled,
    @Nullable String words) {}
