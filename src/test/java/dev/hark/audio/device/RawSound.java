package dev.hark.audio.device;

import dev.hark.audio.Clip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sound without a header, and how much of one is found in another. */
public final class RawSound {
  private static final int BLOCK = VirtualSound.RATE / 50;

  private RawSound() {}

  static Clip clip(byte[] bytes) {
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new Clip(samples, VirtualSound.RATE);
  }

  static byte[] bytes(Clip clip) {
    ByteBuffer bytes =
        ByteBuffer.allocate(clip.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(clip.samples());
    return bytes.array();
  }

  /** Where the last sample is that is not silent; -1 where there is none. */
  static int lastSound(Clip clip) {
    int last = clip.samples().length - 1;
    while (last >= 0 && clip.samples()[last] == 0) {
      last--;
    }
    return last;
  }

  /** All silences between the first sound and the last one, in milliseconds, the longest first. */
  public static List<Double> silences(Clip clip) {
    List<Double> silences = new ArrayList<>();
    int last = -1;
    for (int at = 0; at < clip.samples().length; at++) {
      if (clip.samples()[at] != 0) {
        if (last >= 0 && at - last > 1) {
          silences.add((at - last - 1) * 1000.0 / clip.rate());
        }
        last = at;
      }
    }
    silences.sort(Comparator.reverseOrder());
    return silences;
  }

  /**
   * How much of a clip was recorded, sample by sample and in its order: of its blocks of 20 ms that
   * are not silent, the part that is found.
   */
  public static double share(Clip recorded, Clip original) {
    int blocks = 0;
    int found = 0;
    int from = 0;
    for (int at = 0; at + BLOCK <= original.samples().length; at += BLOCK) {
      short[] block = Arrays.copyOfRange(original.samples(), at, at + BLOCK);
      if (!quiet(block)) {
        blocks++;
        int where = find(recorded.samples(), block, from);
        if (where >= 0) {
          found++;
          from = where + BLOCK;
        }
      }
    }
    return blocks == 0 ? 0 : (double) found / blocks;
  }

  private static boolean quiet(short[] block) {
    for (short sample : block) {
      if (Math.abs(sample) > 100) {
        return false;
      }
    }
    return true;
  }

  private static int find(short[] in, short[] block, int from) {
    for (int at = from; at + block.length <= in.length; at++) {
      if (in[at] == block[0] && Arrays.equals(in, at, at + block.length, block, 0, block.length)) {
        return at;
      }
    }
    return -1;
  }
}
