package dev.hark.market.imports;

import dev.hark.fault.Sentence;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.ImportedReviewJson;

/** What one row of a file says, and in which line it begins. */
public sealed interface Row {
  /** The first line has the number 1. */
  long line();

  /** One person's review. */
  record Review(long line, ImportedReviewJson json) implements Row {}

  /** What a site added up itself. */
  record Aggregate(long line, ImportedAggregateJson json) implements Row {}

  /**
   * It makes no sense.
   *
   * @param column the column's or member's own name; empty where it is the row as a whole
   * @param why what is wrong and what would be right
   */
  record Broken(long line, String column, Sentence why) implements Row {}
}
