package dev.hark.wire;

import java.util.List;

/**
 * A requester's money, by currency.
 *
 * @param currencies each currency once, in the order of their codes
 * @param feeBasisPoints what the operator takes of each reward of work that is posted now, in
 *     hundredths of a percent
 */
public record FundsJson(List<Line> currencies, int feeBasisPoints) {
  /**
   * One currency.
   *
   * @param balance what may be spent
   * @param setAside what is kept for answers that are wanted, that wait for a decision, or whose
   *     rejection may be turned round
   */
  public record Line(MoneyJson balance, MoneyJson setAside) {}
}
