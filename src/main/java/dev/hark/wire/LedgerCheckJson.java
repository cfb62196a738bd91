package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ledger adds up.
 *
 * @param balanced whether nothing is wrong
 * @param transfers how many there are
 * @param faults what is wrong, at most 100 of each rule
 */
public record LedgerCheckJson(boolean balanced, long transfers, List<Fault> faults) {
  /**
   * One thing that is wrong.
   *
   * @param rule what does not hold, such as {@code escrow-differs}
   * @param subject the book, transfer or assignment
   * @param currency ISO 4217 code, where one is concerned
   * @param expected minor units that should be there
   * @param found minor units that are there
   */
  public record Fault(
      String rule, String subject, @Nullable String currency, long expected, long found) {}
}
