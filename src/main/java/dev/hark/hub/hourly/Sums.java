package dev.hark.hub.hourly;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sums over pieces of work that ended, in one currency.
 *
 * @param minor money
 * @param millis time
 * @param approved answers
 * @param rejected answers
 * @param returned tasks that were given back
 */
public record Sums(long minor, long millis, int approved, int rejected, int returned) {
  static final Sums NONE = new Sums(0, 0, 0, 0, 0);

  private static final BigInteger HOUR = BigInteger.valueOf(3_600_000);

  /**
   * The most that is told as earned in an hour, in thousandths of a minor unit: no clock that stood
   * still, and no slip of a requester, makes a figure that cannot be added up.
   */
  private static final double MOST_RATE = 1e15;

  /** The sums in a row, whose columns have these names behind a prefix. */
  static Sums of(ResultSet row, String prefix) throws SQLException {
    return new Sums(
        row.getLong(prefix + "minor"),
        row.getLong(prefix + "millis"),
        row.getInt(prefix + "approved"),
        row.getInt(prefix + "rejected"),
        row.getInt(prefix + "returned"));
  }

  Sums plus(Share share) {
    return new Sums(
        Math.addExact(minor, share.minor()),
        Math.addExact(millis, share.millis()),
        approved + share.approved(),
        rejected + share.rejected(),
        returned + share.returned());
  }

  Sums plus(Sums more) {
    return new Sums(
        Math.addExact(minor, more.minor()),
        Math.addExact(millis, more.millis()),
        approved + more.approved(),
        rejected + more.rejected(),
        returned + more.returned());
  }

  /** Pieces of work behind it. */
  int ended() {
    return approved + rejected + returned;
  }

  /** The ratio of sums, in minor units an hour, to the nearest; there is some time. */
  long average() {
    BigInteger time = BigInteger.valueOf(millis);
    return BigInteger.valueOf(minor)
        .multiply(HOUR)
        .multiply(BigInteger.TWO)
        .add(time)
        .divide(time.multiply(BigInteger.TWO))
        .longValueExact();
  }

  /** The same for one worker, in thousandths of a minor unit an hour. */
  static long rate(long minor, long millis) {
    return Math.round(Math.min((double) minor * 3.6e9 / (double) millis, MOST_RATE));
  }
}
