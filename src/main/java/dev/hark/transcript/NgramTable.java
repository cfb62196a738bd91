package dev.hark.transcript;

import java.util.Arrays;

/** N-grams by a number of each, in arrays: open addressing, at most two thirds full. */
final class NgramTable {
  private static final long FREE = -1;

  private final long[] keys;
  private final float[] probabilities;
  private final float[] weights;
  private int free;

  /**
   * @param most how many there will be at most
   */
  NgramTable(int most) {
    keys = new long[Math.max(2, (int) Math.min(Integer.MAX_VALUE - 8, most * 3L / 2 + 1))];
    Arrays.fill(keys, FREE);
    probabilities = new float[keys.length];
    weights = new float[keys.length];
    free = most;
  }

  /** Puts one in; false where it is there or there are too many. */
  boolean put(long key, float probability, float weight) {
    int at = start(key);
    while (keys[at] != FREE) {
      if (keys[at] == key) {
        return false;
      }
      at = at + 1 == keys.length ? 0 : at + 1;
    }
    if (free-- <= 0) {
      return false;
    }
    keys[at] = key;
    probabilities[at] = probability;
    weights[at] = weight;
    return true;
  }

  /** Where one is, or -1; it stays there. */
  int place(long key) {
    int at = start(key);
    while (keys[at] != FREE) {
      if (keys[at] == key) {
        return at;
      }
      at = at + 1 == keys.length ? 0 : at + 1;
    }
    return -1;
  }

  private int start(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) Long.remainderUnsigned(mixed ^ mixed >>> Integer.SIZE, keys.length);
  }

  float probability(int place) {
    return probabilities[place];
  }

  float weight(int place) {
    return weights[place];
  }
}
