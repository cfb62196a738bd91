package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of payouts.
 *
 * @param payouts all of them are noted, or none
 */
public record SettlementJson(@Nullable List<Item> payouts) {
  /**
   * One payout.
   *
   * @param id of the payout
   * @param result {@code paid} or {@code returned}
   * @param words why it was returned
   */
  public record Item(@Nullable String id, @Nullable String result, @Nullable String words) {}
}
