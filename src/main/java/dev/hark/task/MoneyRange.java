package dev.hark.task;

/**
 * From one amount to another of the same currency, as in "15 to 19 euros".
 *
 * @param low the smaller amount
 * @param high the larger one
 */
public record MoneyRange(Money low, Money high) {
  public MoneyRange {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(low + " is more than " + high);
    }
  }
}
