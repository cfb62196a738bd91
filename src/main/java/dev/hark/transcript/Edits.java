package dev.hark.transcript;

import java.util.Arrays;

/**
 * The fewest changes of single symbols that make one sequence of another, counted 64 rows at a time
 * by bits (Myers, A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming, JACM 46, 1999; in blocks and for whole sequences after Hyyrö, A bit-vector algorithm
 * for computing Levenshtein and Damerau edit distances, Nordic Journal of Computing 10, 2003).
 * Symbols are numbers. For one thread.
 */
final class Edits {
  private static final int BITS = Long.SIZE;

  /** By symbol: the number of its masks, 0 for one that the pattern does not have. */
  private final int[] places;

  private int[] pattern = new int[0];
  private int blocks;
  private long[] masks = new long[0];
  private long[] up = new long[0];
  private long[] down = new long[0];

  /**
   * @param symbols one more than the greatest
   */
  Edits(int symbols) {
    places = new int[symbols];
  }

  /** Sets what is compared from now on. */
  void from(int[] next) {
    for (int symbol : pattern) {
      Arrays.fill(masks, places[symbol] * blocks, places[symbol] * blocks + blocks, 0);
      places[symbol] = 0;
    }
    pattern = next;
    blocks = (next.length + BITS - 1) / BITS;
    if (masks.length < (next.length + 1) * blocks) {
      masks = new long[(next.length + 1) * blocks];
      up = new long[blocks];
      down = new long[blocks];
    }
    int count = 0;
    for (int i = 0; i < next.length; i++) {
      if (places[next[i]] == 0) {
        places[next[i]] = ++count;
      }
      masks[places[next[i]] * blocks + i / BITS] |= 1L << i;
    }
  }

  /** The changes from what was set to this. */
  int to(int[] text) {
    return switch (blocks) {
      case 0 -> text.length;
      case 1 -> inOneBlock(text);
      default -> inBlocks(text);
    };
  }

  private int inOneBlock(int[] text) {
    long rows = -1;
    long falling = 0;
    int last = pattern.length - 1;
    int changes = pattern.length;
    for (int symbol : text) {
      long equal = masks[places[symbol]];
      long straight = equal | falling;
      long across = (((equal & rows) + rows) ^ rows) | equal;
      long rises = falling | ~(across | rows);
      long falls = rows & across;
      changes += (int) ((rises >>> last & 1) - (falls >>> last & 1));
      rises = rises << 1 | 1;
      rows = falls << 1 | ~(straight | rises);
      falling = rises & straight;
    }
    return changes;
  }

  private int inBlocks(int[] text) {
    Arrays.fill(up, 0, blocks, -1);
    Arrays.fill(down, 0, blocks, 0);
    int last = (pattern.length - 1) % BITS;
    int changes = pattern.length;
    for (int symbol : text) {
      int at = places[symbol] * blocks;
      long more = 1;
      long less = 0;
      for (int b = 0; b < blocks; b++) {
        long equal = masks[at + b];
        long straight = equal | down[b];
        equal |= less;
        long across = (((equal & up[b]) + up[b]) ^ up[b]) | equal;
        long rises = down[b] | ~(across | up[b]);
        long falls = up[b] & across;
        int end = b == blocks - 1 ? last : BITS - 1;
        long rise = rises >>> end & 1;
        long fall = falls >>> end & 1;
        rises = rises << 1 | more;
        up[b] = (falls << 1 | less) | ~(straight | rises);
        down[b] = rises & straight;
        more = rise;
        less = fall;
      }
      changes += (int) (more - less);
    }
    return changes;
  }
}
