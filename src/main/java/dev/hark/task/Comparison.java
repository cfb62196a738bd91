package dev.hark.task;

import java.util.List;

/** How a qualification's value is held against what a task group wants. */
public enum Comparison {
  LESS_THAN,
  AT_MOST,
  EQUAL,
  NOT_EQUAL,
  AT_LEAST,
  GREATER_THAN,
  /** The worker has it, with whatever value. */
  EXISTS,
  /** The worker does not have it. */
  DOES_NOT_EXIST,
  /** One of the wanted values. */
  IN,
  /** The worker has it, with none of the named values. */
  NOT_IN;

  /** Whether it looks at the order of values, not only at whether they are the same. */
  public boolean orders() {
    return switch (this) {
      case LESS_THAN, AT_MOST, AT_LEAST, GREATER_THAN -> true;
      case EQUAL, NOT_EQUAL, EXISTS, DOES_NOT_EXIST, IN, NOT_IN -> false;
    };
  }

  /** How many values it can be given: the least. */
  public int leastValues() {
    return this == EXISTS || this == DOES_NOT_EXIST ? 0 : 1;
  }

  /** How many values it can be given: the most. */
  public int mostValues(int listLimit) {
    return this == IN || this == NOT_IN ? listLimit : leastValues();
  }

  /**
   * Whether a worker who has the value meets it.
   *
   * @param wanted one value, or several where it is a list
   */
  public boolean holds(long has, List<Long> wanted) {
    return switch (this) {
      case LESS_THAN -> has < wanted.getFirst();
      case AT_MOST -> has <= wanted.getFirst();
      case EQUAL -> has == wanted.getFirst();
      case NOT_EQUAL -> has != wanted.getFirst();
      case AT_LEAST -> has >= wanted.getFirst();
      case GREATER_THAN -> has > wanted.getFirst();
      case EXISTS -> true;
      case DOES_NOT_EXIST -> false;
      case IN -> wanted.contains(has);
      case NOT_IN -> !wanted.contains(has);
    };
  }
}
