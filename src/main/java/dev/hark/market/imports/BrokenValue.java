package dev.hark.market.imports;

import dev.hark.fault.Sentence;

/** A value that makes no sense; spoils its row only. Never leaves this package. */
final class BrokenValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final transient Sentence why;

  BrokenValue(String column, Sentence why) {
    super(column + ": " + why.key());
    this.column = column;
    this.why = why;
  }

  Row.Broken at(long line) {
    return new Row.Broken(line, column, why);
  }
}
