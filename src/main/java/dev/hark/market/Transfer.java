package dev.hark.market;

import dev.hark.fault.Sentence;
import java.time.Duration;

/** A file on its way here: how far it is, and whether anybody waits. For several threads. */
public final class Transfer {
  private final long start = System.nanoTime();
  private volatile long bytes;
  private volatile long all;
  private volatile boolean stopped;

  /**
   * @param bytes that are here
   * @param all that are to come; 0 where nobody knows
   */
  public void reached(long bytes, long all) {
    this.bytes = bytes;
    this.all = all;
  }

  /** Nobody waits any more; what came is kept, and goes on from there another time. */
  public void stop() {
    stopped = true;
  }

  public boolean isStopped() {
    return stopped;
  }

  /** How long it takes so far. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** How far it is, to be said. */
  public Sentence sentence() {
    Duration seconds = Duration.ofSeconds(Math.max(1, elapsed().toSeconds()));
    return all > 0
        ? Sentence.of("market.downloading", seconds, bytes >> 20, megabytes(all))
        : Sentence.of("market.downloading-open", seconds, bytes >> 20);
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
