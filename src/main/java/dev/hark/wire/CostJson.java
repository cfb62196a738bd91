package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a group would cost if it were posted now.
 *
 * @param answers how many it wants
 * @param reward of all of them
 * @param fee the operator's, of all of them
 * @param total reward and fee
 * @param balance what the requester may spend in that currency
 * @param missing what lacks; absent where the balance covers the total
 */
public record CostJson(
    long answers,
    MoneyJson reward,
    MoneyJson fee,
    MoneyJson total,
    MoneyJson balance,
    @Nullable MoneyJson missing) {}
