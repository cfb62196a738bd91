package dev.hark.audio;

/**
 * Decoded sound in memory, mono, 16 bit.
 *
 * @param samples in the machine's order; not copied, not to be changed
 * @param rate samples a second
 */
public record Clip(short[] samples, int rate) implements Sound {
  @Override
  public long size() {
    return samples.length;
  }

  @Override
  public int read(long from, short[] into, int at, int count) {
    int length = (int) Math.clamp(samples.length - from, 0, count);
    if (length > 0) {
      System.arraycopy(samples, (int) from, into, at, length);
    }
    return length;
  }
}
