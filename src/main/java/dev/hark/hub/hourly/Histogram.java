package dev.hark.hub.hourly;

import java.util.List;
import org.jdbi.v3.core.statement.Query;

/**
 * Whole numbers, such as milliseconds, in buckets, so that a quantile costs the same however many
 * there are.
 *
 * <p>The bucket of a number m is {@code floor(64 log2 m)}, and -1 for none at all: a bucket spans
 * 1.1 percent, and from a second to an hour there are 756. A bucket keeps how many numbers it holds
 * and their sum, and stands for their mean. So a quantile is exact where each bucket holds one
 * number, and else at most 1.1 percent off.
 *
 * @param buckets in ascending order, none empty
 */
public record Histogram(List<Bucket> buckets) {
  private static final double PER_OCTAVE = 64;

  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /** Several numbers that are nearly the same. */
  public record Bucket(long entries, long sum) {
    double mean() {
      return (double) sum / (double) entries;
    }
  }

  /**
   * Reads a query that gives {@code entries} and their sum, in the order of the buckets.
   *
   * @param sum the column of the sums
   */
  public static Histogram of(Query query, String sum) {
    return new Histogram(
        query.map((row, context) -> new Bucket(row.getLong("entries"), row.getLong(sum))).list());
  }

  /** Where a number belongs. */
  public static int bucket(long number) {
    return number < 1 ? -1 : (int) Math.floor(PER_OCTAVE * Math.log((double) number) / Math.log(2));
  }

  /** How many numbers there are. */
  public long entries() {
    return buckets.stream().mapToLong(Bucket::entries).sum();
  }

  /**
   * A quantile, linear between the two nearest ranks.
   *
   * @param share from 0 to 1
   */
  public double quantile(double share) {
    double rank = share * (double) (entries() - 1);
    long below = (long) Math.floor(rank);
    double lower = at(below);
    return lower + (rank - (double) below) * (at(Math.min(below + 1, entries() - 1)) - lower);
  }

  /** The number of a rank, counted from 0. */
  public double at(long rank) {
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
