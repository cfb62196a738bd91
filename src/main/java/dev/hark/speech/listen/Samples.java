package dev.hark.speech.listen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Samples that are collected until somebody wants them all. Used by one thread at a time. */
public final class Samples {
  private short[] held = new short[Recognizer.RATE];
  private int count;

  public void add(short[] samples, int length) {
    if (count + length > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, count + length));
    }
    System.arraycopy(samples, 0, held, count, length);
    count += length;
  }

  public int count() {
    return count;
  }

  /** Forgets all but the last so many. */
  public void keepLast(int most) {
    if (count > most) {
      System.arraycopy(held, count - most, held, 0, most);
      count = most;
    }
  }

  public short[] all() {
    return Arrays.copyOf(held, count);
  }

  /** As bytes, 16 bit, the small end first. */
  public static byte[] littleEndian(short[] samples, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples, 0, length);
    return bytes.array();
  }
}
