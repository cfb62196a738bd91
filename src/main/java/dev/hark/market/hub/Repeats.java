package dev.hark.market.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what pieces of JSON mean, byte for byte, so that what stands on thousands of task
 * groups alike is read once. Holds a bounded number of pieces: where there are more, some are read
 * again. A look costs as much as the piece is long, whoever wrote it. Safe for use by several
 * threads: of two that keep something at once, one may have to read it again.
 *
 * @param <T> what a piece means; never changes
 */
final class Repeats<T> {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Places for pieces of one kind of hash; the oldest gives way. */
  private static final int WAYS = 4;

  /** Longer ones are read each time. */
  private static final int MOST_BYTES = 4096;

  private final Piece<T>[] pieces;
  private final int mask;

  private record Piece<T>(long hash, byte[] bytes, T meaning) {}

  /**
   * @param most how many are kept, a power of two
   */
  @SuppressWarnings("unchecked")
  Repeats(int most) {
    pieces = (Piece<T>[]) new Piece<?>[most];
    mask = most - 1 & -WAYS;
  }

  /** What this piece means; null where it is not remembered. */
  @Nullable T get(byte[] page, int begin, int end) {
    long hash = hash(page, begin, end);
    int first = place(hash);
    for (int i = first; i < first + WAYS; i++) {
      Piece<T> piece = pieces[i];
      if (piece == null) {
        return null;
      }
      if (piece.hash == hash
          && Arrays.equals(piece.bytes, 0, piece.bytes.length, page, begin, end)) {
        return piece.meaning;
      }
    }
    return null;
  }

  /** Remembers a piece that is not remembered yet. */
  void keep(byte[] page, int begin, int end, T meaning) {
    if (end - begin > MOST_BYTES) {
      return;
    }
    long hash = hash(page, begin, end);
    int first = place(hash);
    System.arraycopy(pieces, first, pieces, first + 1, WAYS - 1);
    pieces[first] = new Piece<>(hash, Arrays.copyOfRange(page, begin, end), meaning);
  }

  private int place(long hash) {
    return (int) (hash >>> 32) & mask;
  }

  private static long hash(byte[] page, int begin, int end) {
    long hash = (long) end - begin;
    int at = begin;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash ^ (long) LONGS.get(page, at));
    }
    for (; at < end; at++) {
      hash = mixed(hash ^ page[at]);
    }
    return hash;
  }

  private static long mixed(long hash) {
    long product = hash * MIX;
    return product ^ product >>> 32;
  }
}
