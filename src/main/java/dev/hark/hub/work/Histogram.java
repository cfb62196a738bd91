package dev.hark.hub.work;

import java.util.List;
import org.jdbi.v3.core.statement.Query;

/**
 * Times in buckets, so that a quantile costs the same however many there are.
 *
 * <p>The bucket of a time of m milliseconds is {@code floor(64 log2 m)}, and -1 for none at all: a
 * bucket spans 1.1 percent, and from a second to an hour there are 756. A bucket keeps how many
 * times it holds and their sum, and stands for their mean. So a quantile is exact where each bucket
 * holds one time, and else at most 1.1 percent off.
 *
 * @param buckets in ascending order, none empty
 */
record Histogram(List<Bucket> buckets) {
  private static final double PER_OCTAVE = 64;

  Histogram {
    buckets = List.copyOf(buckets);
  }

  /** Several times that are nearly the same. */
  record Bucket(long entries, long millis) {
    double mean() {
      return (double) millis / (double) entries;
    }
  }

  /** Reads a query that gives {@code entries} and {@code millis}, in the order of the buckets. */
  static Histogram of(Query query) {
    return new Histogram(
        query
            .map((row, context) -> new Bucket(row.getLong("entries"), row.getLong("millis")))
            .list());
  }

  static int bucket(long millis) {
    return millis < 1 ? -1 : (int) Math.floor(PER_OCTAVE * Math.log((double) millis) / Math.log(2));
  }

  long entries() {
    return buckets.stream().mapToLong(Bucket::entries).sum();
  }

  /**
   * A quantile in milliseconds, linear between the two nearest ranks.
   *
   * @param share from 0 to 1
   */
  double quantile(double share) {
    double rank = share * (double) (entries() - 1);
    long below = (long) Math.floor(rank);
    double lower = at(below);
    return lower + (rank - (double) below) * (at(Math.min(below + 1, entries() - 1)) - lower);
  }

  /** The time of a rank, counted from 0, in milliseconds. */
  double at(long rank) {
    long before = 0;
    for (Bucket bucket : buckets) {
      before += bucket.entries();
      if (rank < before) {
        return bucket.mean();
      }
    }
    throw new IllegalArgumentException("no rank " + rank + " of " + before);
  }
}
