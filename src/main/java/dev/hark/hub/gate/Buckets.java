package dev.hark.hub.gate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts requests by whoever makes them: each has as many as the quota, which come back evenly over
 * a minute. Keeps a bounded number of callers: who has not been seen for longest is forgotten, and
 * begins with a full quota. Safe for use by several threads.
 */
final class Buckets {
  /** About 10 MB in all, should a million addresses come. */
  static final int MOST_CALLERS = 65_536;

  static final int WINDOW_SECONDS = 60;

  private static final int SHARDS = 64;
  private static final double WINDOW_MILLIS = WINDOW_SECONDS * 1000.0;

  private final Shard[] shards = new Shard[SHARDS];
  private final int quota;
  private final Clock clock;

  /**
   * @param quota requests in a minute
   */
  Buckets(int quota, Clock clock) {
    this.quota = quota;
    this.clock = clock;
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
    }
  }

  /**
   * What is left to a caller.
   *
   * @param allowed whether this request is
   * @param remaining requests that may follow at once
   * @param seconds until more come back: one where none is left, the whole quota otherwise
   */
  record Left(boolean allowed, int remaining, int seconds) {}

  int quota() {
    return quota;
  }

  /** How many callers are kept. */
  int size() {
    int size = 0;
    for (Shard shard : shards) {
      size += shard.size();
    }
    return size;
  }

  /** Takes one request off a caller's quota. */
  Left take(String caller) {
    return shard(caller).take(caller, 1);
  }

  /** Looks whether a request would be allowed, and takes nothing. */
  Left look(String caller) {
    return shard(caller).take(caller, 0);
  }

  private Shard shard(String caller) {
    return shards[Math.floorMod(caller.hashCode(), SHARDS)];
  }

  private static final class Bucket {
    double left;
    long at;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }

  private final class Shard {
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    int size() {
      turn.lock();
      try {
        return buckets.size();
      } finally {
        turn.unlock();
      }
    }

    Left take(String caller, int count) {
      long now = clock.millis();
      turn.lock();
      try {
        Bucket bucket = buckets.get(caller);
        if (bucket == null) {
          bucket = new Bucket(quota, now);
          if (buckets.size() >= MOST_CALLERS / SHARDS) {
            buckets.remove(buckets.keySet().iterator().next());
          }
          buckets.put(caller, bucket);
        }
        // A clock that is set back brings nothing back, and does not stop what comes from now on.
        double come = Math.max(0, now - bucket.at) * quota / WINDOW_MILLIS;
        bucket.left = Math.min(quota, bucket.left + come);
        bucket.at = now;
        boolean allowed = bucket.left >= 1;
        if (allowed) {
          bucket.left -= count;
        }
        double lacking = bucket.left < 1 ? 1 - bucket.left : quota - bucket.left;
        return new Left(
            allowed,
            (int) bucket.left,
            Math.max(1, (int) Math.ceil(lacking * WINDOW_SECONDS / quota)));
      } finally {
        turn.unlock();
      }
    }
  }
}
