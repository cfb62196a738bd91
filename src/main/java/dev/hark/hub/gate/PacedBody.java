package dev.hark.hub.gate;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/**
 * A request's body that may not be too long and must not come too slowly. Used by one thread;
 * closing it closes the body.
 */
public final class PacedBody extends InputStream {
  private final InputStream in;
  private final Limits limits;
  private final long most;
  private final long start = System.nanoTime();
  private long count;

  /**
   * @param in of the server, which itself gives up where nothing comes
   * @param most bytes that are taken
   */
  public PacedBody(InputStream in, Limits limits, long most) {
    this.in = in;
    this.limits = limits;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws Fault.Refused with {@link Refusal#TOO_LARGE}, {@link Refusal#TOO_SLOW}, or {@link
   *     Refusal#INVALID} where the sender went away half-way
   */
  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read;
    try {
      // One byte more than is taken is enough to know that there is too much.
      read = in.read(buffer, offset, (int) Math.min(length, most + 1 - count));
    } catch (IOException e) {
      throw isTimeout(e)
          ? new Fault.Refused(Refusal.TOO_SLOW)
          : new Fault.Refused(Refusal.INVALID, "body: all of it, as HTTP says how long it is");
    }
    if (read < 0) {
      return read;
    }
    count += read;
    if (count > most) {
      throw new Fault.Refused(Refusal.TOO_LARGE);
    }
    double seconds = (System.nanoTime() - start) / 1e9 - limits.bodyStart().toMillis() / 1e3;
    if (seconds > 0 && count < seconds * limits.bodyRate()) {
      throw new Fault.Refused(Refusal.TOO_SLOW);
    }
    return read;
  }

  private static boolean isTimeout(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
