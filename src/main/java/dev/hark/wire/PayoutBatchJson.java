package dev.hark.wire;

import java.time.Instant;
import java.util.List;

/**
 * A settlement file.
 *
 * @param id stable id
 * @param made when
 * @param payouts how many stand in it
 * @param totals what they add up to, by currency
 */
public record PayoutBatchJson(String id, Instant made, int payouts, List<MoneyJson> totals) {}
